//! The binary: hands over to the library.
#![expect(clippy::disallowed_methods, reason = "for now")]
use pouxi::tui;

fn main() -> std::process::ExitCode {
    let home = pouxi::store::Home::new(
        std::env::var_os("POUXI_HOME").map_or_else(|| "/tmp/pouxi-home".into(), Into::into),
    );
    let var = |it: &str| std::env::var(it).ok();
    let launch = tui::Launch {
        home,
        owner: pouxi::store::Owner::default(),
        lang: pouxi::locale::Lang::from_tag(&var("PLANG").unwrap_or("zh".into())),
        surroundings: pouxi::clipboard::Surroundings::from_vars(&var),
        via: pouxi::clipboard::Via::Auto,
        colours: true,
        start: tui::Start::Screen,
    };
    std::process::ExitCode::from(tui::run(launch).unwrap_or(5))
}
