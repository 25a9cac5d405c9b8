//! What the rules say, in both languages. One sentence each: what is wrong, and what to do.

crate::messages! {
    /// The gravest findings.
    must_look() { zh: "必须看", en: "must be looked at" }
    /// Graver than the next.
    should_look() { zh: "建议看", en: "worth a look" }
    /// The rest.
    may_look() { zh: "供参考", en: "worth knowing" }
    /// A paragraph stops in the middle.
    unfinished_sentence() { zh: "这句话没有写完，补全它或者删掉。", en: "This sentence is not finished: finish it or take it out." }
    /// Something was to be filled in.
    placeholder(words: &str) { zh: "[{words}]还没有换成真实内容。", en: "[{words}] still waits for the real words." }
    /// Only the heading is there.
    empty_section(title: &str) { zh: "[{title}]只有标题，没有内容。写上，或者在目录里选[不写]。", en: "[{title}] is only a heading. Write it, or choose in the outline not to." }
    /// No example.
    problem_without_example() { zh: "这个问题没有事例。补一件真事：什么时候、什么事、结果怎样。", en: "This problem has no example. Add a real case: when, what, with what result." }
    /// An example without anything to hold on to.
    vague_example() { zh: "这个事例没有时间、数字或名称，查不到是哪件事。", en: "This example has no time, number or name: nobody could tell which case it was." }
    /// The writer does not occur.
    no_first_person() { zh: "这个问题里没有[我]或[本人]，像在说别人。", en: "There is no I in this problem: it reads as if about others." }
    /// A group stands for the writer.
    group_subject(words: &str) { zh: "主语是[{words}]，写清楚自己的问题。", en: "[{words}] stands where you should: say what was yours." }
    /// Praise before the confession.
    praise_then_but() { zh: "先表扬后转折，直接写问题。", en: "Praise first, then a but: say the problem straight." }
    /// A number without its list.
    claim_without_list(claimed: usize, listed: usize) { zh: "写的是{claimed}条，列出来的是{listed}条。", en: "The text says {claimed}, the list has {listed}." }
    /// Two meetings.
    occasion_mismatch(here: &str, there: &str, n_times: usize) { zh: "标题是[{here}]，正文却有{n_times}处写的是[{there}]。", en: "The title says [{here}], the text says [{there}] {n_times} times." }
    /// Shorter than asked.
    too_short(characters: usize, min: usize) { zh: "全文{characters}字，少于通知要求的{min}字。", en: "The report has {characters} characters; the notice wants at least {min}." }
    /// Longer than allowed.
    too_long(characters: usize, max: usize) { zh: "全文{characters}字，超过通知要求的{max}字。", en: "The report has {characters} characters; the notice allows at most {max}." }
    /// No time.
    measure_without_deadline() { zh: "这条措施没有时限。写明什么时候做完，或者多久做一次。", en: "This measure has no time: say by when, or how often." }
    /// Nobody answers.
    measure_without_owner() { zh: "这条措施没有责任人。", en: "Nobody is named to answer for this measure." }
    /// Only resolve.
    slogan_measure() { zh: "这条措施只表了态，没有能检查的动作。", en: "This measure only declares resolve: nothing in it could be checked." }
    /// Everybody's words.
    stock_phrase(words: &str) { zh: "[{words}]是套话，换成自己的具体表现。", en: "[{words}] is a stock phrase: say how it shows in your own case." }
    /// Twice in a row.
    doubled_word(word: &str) { zh: "[{word}]重复了一遍。", en: "[{word}] stands twice in a row." }
    /// Half width in Chinese.
    half_width_punctuation(words: &str, wide: &str) { zh: "中文里用了半角标点：{words} 应为 {wide}", en: "Half-width marks in Chinese: {words} should be {wide}" }
    /// A pause between quoted words.
    comma_between_quoted() { zh: "并列的引号或书名号之间一般不用顿号。", en: "No mark is needed between quoted words or titles that follow each other." }
    /// A set term.
    inconsistent_term(words: &str, instead: &str) { zh: "[{words}]的规范说法是[{instead}]。", en: "The set term for [{words}] is [{instead}]." }
    /// Quotes here and not there.
    unquoted_term(term: &str) { zh: "[{term}]别处加了引号，这里没有。", en: "[{term}] has quotes elsewhere and none here." }
    /// 的, 得, 地.
    de_confusion(words: &str, instead: &str) { zh: "[{words}]应为[{instead}]。", en: "[{words}] should be [{instead}]." }
    /// Too long for one breath.
    long_sentence(length: usize) { zh: "这一句有{length}字，分成几句更好读。", en: "This sentence has {length} characters: shorter ones read better." }
    /// No cause.
    problem_without_cause() { zh: "这个问题没有对应的原因。", en: "No cause is linked to this problem." }
    /// No measure.
    cause_without_measure() { zh: "这条原因没有对应的措施。", en: "No measure is linked to this cause." }
    /// No cause for it.
    measure_without_cause() { zh: "这条措施没有对应的问题或原因。", en: "This measure is linked to no problem and no cause." }
    /// Only circumstances.
    external_cause_only() { zh: "这条原因只讲了客观情况，从自己身上找一找。", en: "This cause names circumstances only: look for it in yourself." }
    /// Too little of the problems.
    section_share(share: usize, least: usize) { zh: "问题和原因占全文{share}%，一般要求不少于{least}%。", en: "Problems and causes take {share}% of the report; at least {least}% is usual." }
    /// Begins unlike the others.
    heading_begins() { zh: "这个标题的开头和其他方面不一致（有没有[在]）。", en: "This title does not begin as the others do." }
    /// Ends unlike the others.
    heading_ends() { zh: "这个标题的结尾和其他方面不一致（有没有[方面]）。", en: "This title does not end as the others do." }
    /// Another unit's words.
    foreign_unit(words: &str, own: &str) { zh: "[{words}]像是别的单位的说法，这里应是[{own}]吗？", en: "[{words}] reads like another unit's words; should it be [{own}]?" }
    /// Said before.
    repeated_passage(words: &str) { zh: "和前面的这一句差不多：{words}", en: "Much the same as what stands before: {words}" }
    /// An ordinal out of order.
    numbering_jumps(words: &str, expected: usize) { zh: "序号[{words}]接不上，这里应该是第{expected}个。", en: "The ordinal {words} is out of order: number {expected} is due here." }
    /// A wrong mark behind an ordinal.
    numbering_mark(words: &str) { zh: "序号[{words}]的标点不对：汉字数字后面用顿号，阿拉伯数字后面用点。", en: "The mark behind the ordinal {words} is not the usual one." }
    /// Words of an earlier report.
    similar_to_earlier(name: &str, percent: usize, words: &str) { zh: "和《{name}》里的一句相同{percent}%：{words}", en: "{percent}% as in {name}: {words}" }
    /// A dimension that is not there.
    missing_dimension(title: &str) { zh: "通知要求的方面[{title}]没有写到。", en: "The dimension {title} of the notice is missing." }
    /// Dimensions of another year.
    wrong_year(stated: u16, name: &str) { zh: "标题是{stated}年，各方面却是《{name}》的。", en: "The title says {stated}; the dimensions are those of {name}." }
    /// Another year in the opening.
    other_year(words: &str, stated: u16) { zh: "标题是{stated}年，这里写的是[{words}]。", en: "The title says {stated}, this says {words}." }
    /// A person's name.
    person_name(name: &str) { zh: "[{name}]像是人名；这类材料对事不对人，写岗位或环节。", en: "[{name}] looks like a person's name: this review blames nobody, write the role." }
}
