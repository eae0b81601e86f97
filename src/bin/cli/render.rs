//! `interleave render`: a scenario's timeline as a file, in the format that the file's name asks for.

use std::path::Path;

use interleave::export::{self, Part, Picture, Snippet, Theme};
use interleave::scenario::{self, File, Look, Scenario, Variant, gallery};
use interleave::session::{Limits, Session};
use interleave::timeline::{Arrange, Index, Query, csv, table};
use interleave::trace::{Nanos, Trace};

use super::SLICE;
use super::program::folder;

pub const USAGE: &str = "\
usage: interleave render SCENARIO -o FILE [options]

  SCENARIO          a program (FILE.py), a link of the page, the part of a link behind #, or an example's name
  -o FILE           what to write; its ending says how: .svg .png .html .md .csv .trace.json (Perfetto, Chrome) .speedscope.json
                    .embed.html (a frame for another page, with the picture that it shows before it is run; needs --page)

  --variant NAME    which variant of the scenario (the one that the link shows)
  --range A..B      from when to when, in seconds (what the link shows, else the whole run)
  --theme NAME      light, dark, or auto: as the reader's system prefers (auto; light for .png)
  --width PIXELS    280 to 4000 (960)
  --page ADDRESS    the address of a hosted page, for links back to the scenario
";

#[derive(Default)]
struct Options {
    scenario: String,
    out: String,
    variant: Option<String>,
    range: Option<(Nanos, Nanos)>,
    theme: Option<Theme>,
    width: Option<u32>,
    page: String,
}

fn seconds(text: &str) -> Result<Nanos, String> {
    match text.trim().parse::<f64>() {
        Ok(x) if (0.0..1e9).contains(&x) => Ok((x * 1e9).round() as Nanos),
        _ => Err(format!("--range: '{text}' is not a time in seconds")),
    }
}

fn parse(args: &[String]) -> Result<Options, String> {
    let mut options = Options::default();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let (name, inline) = super::option(arg);
        let mut value = || super::value(name, inline, &mut args);
        match name {
            "-o" | "--output" => options.out = value()?,
            "--variant" => options.variant = Some(value()?),
            "--range" => {
                let text = value()?;
                let (from, to) = text.split_once("..").ok_or(format!("--range: '{text}' is not A..B"))?;
                let range = (seconds(from)?, seconds(to)?);
                if range.0 >= range.1 {
                    return Err(format!("--range: '{text}' ends before it begins"));
                }
                options.range = Some(range);
            }
            "--theme" => match value()?.as_str() {
                name @ ("light" | "dark" | "auto") => options.theme = Some(Theme::named(name)),
                other => return Err(format!("--theme: '{other}' is none of light, dark and auto")),
            },
            "--width" => match value()?.parse() {
                Ok(width @ export::LEAST..=4_000) => options.width = Some(width),
                _ => return Err(format!("--width: not between {} and 4000", export::LEAST)),
            },
            "--page" => options.page = value()?,
            "--help" | "-h" => return Err(String::new()),
            _ if arg.starts_with('-') => return Err(format!("unknown option '{arg}'")),
            _ if options.scenario.is_empty() => options.scenario = arg.clone(),
            _ => return Err(format!("one scenario at a time: '{arg}'")),
        }
    }
    match (options.scenario.is_empty(), options.out.is_empty()) {
        (true, _) => Err("which scenario?".into()),
        (_, true) => Err("which file to write? (-o FILE)".into()),
        _ => Ok(options),
    }
}

/// The scenario that an argument names: an example, else a file that is there, else a link.
pub fn scenario(name: &str) -> Result<Scenario, String> {
    if let Some(example) = gallery().into_iter().find(|e| e.slug == name) {
        return Ok(example.scenario);
    }
    let path = Path::new(name);
    let source = match std::fs::read_to_string(path) {
        Ok(source) => source,
        Err(e) => {
            let fragment = name.split_once('#').map_or(name, |(_, fragment)| fragment);
            // Links are long.
            let told = match name.char_indices().nth(60) {
                Some((end, _)) => format!("{}…", &name[..end]),
                None => name.into(),
            };
            return scenario::decode(fragment).map_err(|found| match name.contains('#') {
                true => format!("{told}: {found}"),
                false => format!("{told}: {e}; it is no example either, nor a link: {found}"),
            });
        }
    };
    let title = path.file_name().map_or(String::new(), |n| n.to_string_lossy().into_owned());
    let mut scenario = Scenario { title: title.clone(), ..Scenario::default() };
    scenario.variants.push(Variant { source, ..Variant::default() });
    let text = |(name, bytes): (String, Vec<u8>)| String::from_utf8(bytes).ok().map(|text| File { name, text });
    let others = folder(path).into_iter().filter(|(name, _)| *name != title);
    scenario.settings.files = others.filter_map(text).collect();
    Ok(scenario)
}

/// Runs one variant to its end.
pub fn run(scenario: &Scenario, variant: usize) -> Result<Trace, String> {
    let source = &scenario.variants[variant].source;
    let session = Session::new(source, &scenario.settings_of(variant), Limits::default());
    let mut session = session.map_err(|found| found.iter().map(|d| d.render("main.py", source)).collect::<String>())?;
    while !session.run(SLICE) {}
    Ok(session.finish())
}

/// Writes the file; a message for the person when that cannot be done.
pub fn render(args: &[String]) -> Result<(), String> {
    let options = parse(args)?;
    let scenario = scenario(&options.scenario)?;
    let look = Look::decode(&options.scenario);
    let range = options.range.or(look.zoom);
    let shown = match &options.variant {
        None => scenario.selected,
        Some(name) => scenario.variants.iter().position(|v| v.name == *name).ok_or_else(|| {
            let names: Vec<&str> = scenario.variants.iter().map(|v| v.name.as_str()).collect();
            format!("--variant: there is no '{name}' among {}", names.join(", "))
        })?,
    };
    let files: Vec<String> = scenario.settings.data_files().map(|f| f.name.clone()).collect();
    let link = match options.page.split('#').next().unwrap_or_default() {
        "" => String::new(),
        page => format!("{page}#{}{}", scenario::encode(&scenario), look.encode()),
    };
    let title = scenario.heading(shown);
    let picture = |trace: &Trace, theme: Theme| {
        let (index, arrange) = (Index::new(trace), Arrange::default());
        let width = options.width.unwrap_or(960);
        export::svg(&Picture { trace, index: &index, title: &title, arrange: &arrange, range, theme, width })
    };
    let theme = options.theme.unwrap_or_default();
    let out = options.out.as_str();
    let bytes = if out.ends_with(".svg") {
        picture(&run(&scenario, shown)?, theme).into_bytes()
    } else if out.ends_with(".png") {
        let theme = options.theme.filter(|t| *t != Theme::Auto).unwrap_or(Theme::Light);
        super::png::png(&picture(&run(&scenario, shown)?, theme))?
    } else if out.ends_with(".embed.html") {
        let page = options.page.split('#').next().unwrap_or_default();
        if page.is_empty() {
            return Err("an embed needs --page, the address of the hosted page".into());
        }
        let site = format!("{}/", page.trim_end_matches("index.html").trim_end_matches('/'));
        // A variant that does not run has no picture, but its program can be shown.
        let runs: Vec<_> = (0..scenario.variants.len()).map(|v| run(&scenario, v).ok()).collect();
        let told = export::poster(&runs.iter().map(Option::as_ref).collect::<Vec<_>>());
        let summary = if told.is_empty() { String::new() } else { scenario::pack(&told) };
        let shown = Scenario { selected: shown, ..scenario.clone() };
        let params: Vec<(&str, String)> =
            options.theme.filter(|t| *t != Theme::Auto).map(|t| ("theme", t.name().to_string())).into_iter().collect();
        let link = scenario::encode(&shown);
        let snippet = Snippet { site: &site, link: &link, summary: &summary, title: &scenario.title, params: &params };
        format!("{}\n", snippet.frame()).into_bytes()
    } else if out.ends_with(".html") {
        let traces = (0..scenario.variants.len()).map(|v| run(&scenario, v)).collect::<Result<Vec<_>, _>>()?;
        let parts: Vec<Part> = (scenario.variants.iter().zip(&traces))
            .map(|(v, trace)| Part { name: &v.name, source: &v.source, trace })
            .collect();
        export::html(&scenario.title, &parts, &link, theme).into_bytes()
    } else if out.ends_with(".md") {
        let trace = run(&scenario, shown)?;
        // The picture goes beside the text.
        let beside = Path::new(out).with_extension("svg");
        std::fs::write(&beside, picture(&trace, theme)).map_err(|e| format!("{}: {e}", beside.display()))?;
        let name = beside.file_name().map_or(String::new(), |n| n.to_string_lossy().into_owned());
        export::markdown(&title, &scenario.variants[shown].source, Some(&trace), &name, &link).into_bytes()
    } else if out.ends_with(".csv") {
        let trace = run(&scenario, shown)?;
        csv(&trace, &table(&trace, &Query::default()), &|line| export::place(line, &files)).into_bytes()
    } else if out.ends_with(".speedscope.json") {
        export::speedscope(&run(&scenario, shown)?, &title, "main.py", &files).into_bytes()
    } else if out.ends_with(".json") {
        export::chrome(&run(&scenario, shown)?, &files).into_bytes()
    } else {
        return Err(format!(
            "{out}: the ending says how to write it: .svg .png .html .embed.html .md .csv .trace.json .speedscope.json"
        ));
    };
    std::fs::write(out, bytes).map_err(|e| format!("{out}: {e}"))
}
