//! A copy of a text for matching: traditional characters as simplified ones. Offsets stay what they are, since both
//! forms take three bytes. Knows the characters of the genre's own words, no dictionary.

use std::sync::OnceLock;

/// Pairs of a traditional character and its simplified form, in the order of the traditional ones: those whose
/// simplified form stands in a built-in template or in the words this layer looks for.
const PAIRS: &str = "\
丟丢並并乾干佈布併并來来侷局係系俬私倉仓個个們们備备傢家傳传傷伤傾倾僅仅僕仆價价\
儉俭儘尽優优兌兑內内兩两凈净別别則则剋克創创劃划勁劲動动務务勢势勵励匯汇區区協协\
厤历厲厉參参員员唸念問问啓启啟启喫吃單单嘗尝噹当嚐尝嚮向嚴严國国圍围園园圖图團团\
執执堅坚報报場场壓压夠够奮奋學学實实審审寫写寬宽將将專专對对導导屆届層层屬属崗岗\
師师帶带幟帜幫帮幷并幹干幾几庫库廣广張张強强彆别彈弹彎弯彔录彙汇後后從从復复徵征\
徹彻恆恒態态慣惯慮虑憑凭應应懶懒懷怀戰战戶户捨舍揚扬換换揮挥搶抢摺折撲扑擁拥擊击\
擔担據据擠挤擡抬擱搁擺摆敎教敗败數数斬斩斷断於于旂旗昇升時时暫暂曆历曏向書书會会\
査查條条業业極极榘矩榦干構构標标樣样樹树機机檔档檢检檯台櫃柜權权歷历歸归殘残氣气\
氾泛汎泛決决沒没沖冲況况淨净淺浅渙涣減减測测準准溝沟滙汇滿满漸渐潔洁濃浓濟济瀏浏\
為为無无煉炼煩烦熱热燈灯營营爭争爲为牴抵狀状獻献現现環环產产産产當当發发盡尽監监\
盤盘眞真眾众睏困瞞瞒確确碼码礎础礪砺禮礼種种稱称積积穩稳筆笔箇个節节範范築筑篤笃\
簡简籌筹糧粮糰团糾纠紀纪約约紅红級级紮扎細细終终組组結结絕绝絡络給给統统絶绝經经\
綜综綫线維维網网緊紧緒绪線线編编緩缓緻致縣县總总績绩織织繞绕繫系纔才羣群義义習习\
聯联職职聽听肅肃脩修脫脱腦脑腳脚膽胆臨临臺台與与興兴舉举舊旧舖铺艱艰荊荆華华萬万\
蔘参藴蕴蘊蕴處处虛虚號号蝕蚀衆众衕同衝冲裏里補补裝装裡里製制複复襬摆覈核見见規规\
視视親亲覺觉覽览觀观觸触訂订計计討讨訓训託托記记訪访設设訴诉註注証证評评詞词詢询\
話话該该詳详誇夸誌志認认語语誠诚誤误說说説说誰谁課课調调談谈請请論论諾诺謀谋謂谓\
講讲謹谨證证識识議议護护讀读變变讓让谿溪豐丰負负貢贡貧贫貫贯責责買买費费資资質质\
賬账賴赖購购贈赠贏赢趨趋踐践車车軟软較较載载輒辄輕轻輩辈輿舆轉转辦办辭辞農农迴回\
這这週周進进遊游運运過过達达違违遙遥遠远遲迟遶绕選选還还邊边鄉乡醫医針针釦扣鉅巨\
銳锐銷销鋒锋鋪铺鋭锐錄录錘锤錢钱錦锦錯错録录錶表鍊炼鍛锻鍥锲鍵键鍼针鎚锤鎭镇鎮镇\
鑑鉴鑒鉴長长門门閉闭開开間间閤合闆板闇暗關关陞升際际隨随險险隱隐隻只雖虽雙双離离\
難难電电霑沾靈灵鞏巩韌韧響响項项預预頓顿領领頭头題题願愿類类顧顾顯显風风颱台飯饭\
飲饮養养餘余餬糊饋馈驗验體体髮发鬆松鬥斗鮮鲜麗丽麪面麫面麵面麼么麽么黃黄點点黨党\
齣出";

/// Returns the text with simplified characters, byte for byte as long.
pub(super) fn folded(text: &str) -> String {
    let pairs = pairs();
    text.chars()
        .map(|it| {
            // Everything below the first Han character is by far the most of what needs no look.
            if it < '\u{4E00}' {
                return it;
            }
            match pairs.binary_search_by_key(&it, |pair| pair.0) {
                Ok(at) => pairs.get(at).map_or(it, |pair| pair.1),
                Err(_) => it,
            }
        })
        .collect()
}

/// Returns a title as it is compared with another: simplified, without blanks and marks.
pub(super) fn bare(text: &str) -> String {
    folded(text)
        .chars()
        .filter(|it| it.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn pairs() -> &'static [(char, char)] {
    static READ: OnceLock<Vec<(char, char)>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut signs = PAIRS.chars();
        let mut pairs = Vec::new();
        while let (Some(from), Some(to)) = (signs.next(), signs.next()) {
            pairs.push((from, to));
        }
        pairs
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folded_text_is_as_long() {
        let text = "二、產生問題的原因，努力方向與整改措施。a（一）𠮷";
        assert_eq!(
            folded(text),
            "二、产生问题的原因，努力方向与整改措施。a（一）𠮷"
        );
        assert_eq!(folded(text).len(), text.len());
    }

    #[test]
    fn the_pairs_are_in_order_and_of_one_length() {
        for pair in pairs().windows(2) {
            assert!(pair[0].0 < pair[1].0, "{pair:?}");
        }
        for (from, to) in pairs() {
            assert_eq!((from.len_utf8(), to.len_utf8()), (3, 3), "{from}{to}");
        }
    }
}
