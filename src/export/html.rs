//! A scenario and its runs as one page that needs nothing else: pictures, output and programs, without scripts.

use std::fmt::Write;

use super::escaped;
use super::paper::{Theme, rule, sheet};
use super::svg::{Picture, svg};
use crate::timeline::{Arrange, Index, exact_text, full_name};
use crate::trace::{Stream, Trace};

/// One variant with its run.
pub struct Part<'a> {
    pub name: &'a str,
    pub source: &'a str,
    pub trace: &'a Trace,
}

/// The page. `link` leads to the scenario on a hosted page; empty for none.
pub fn html(title: &str, parts: &[Part], link: &str, theme: Theme) -> String {
    let mut body = String::new();
    let heading = if title.is_empty() { "A run in Interleave" } else { title };
    let _ = write!(body, "<h1>{}</h1>", escaped(heading));
    // Only addresses: nothing that a reader's click could run.
    if link.starts_with("https://") || link.starts_with("http://") {
        let _ = write!(body, "<p><a href=\"{}\">Open in Interleave</a></p>", escaped(link));
    }
    for part in parts {
        let index = Index::new(part.trace);
        let picture = Picture {
            trace: part.trace,
            index: &index,
            title: part.name,
            arrange: &Arrange::default(),
            range: None,
            theme,
            width: 960,
        };
        let _ = write!(body, "<section><figure>{}</figure>", svg(&picture));
        body.push_str("<h2>Output</h2>");
        if part.trace.output.is_empty() {
            body.push_str("<p class=\"muted\">The program wrote nothing.</p>");
        } else {
            body.push_str("<table><thead><tr><th>time</th><th>by</th><th>text</th></tr></thead><tbody>");
            for o in &part.trace.output {
                let class = if o.stream == Stream::Err { " class=\"err\"" } else { "" };
                let who = full_name(part.trace, o.lane).unwrap_or_default();
                let text = o.text.strip_suffix('\n').unwrap_or(&o.text);
                let _ = write!(
                    body,
                    "<tr{class}><td>{}</td><td>{}</td><td><pre>{}</pre></td></tr>",
                    exact_text(o.time),
                    escaped(&who),
                    escaped(text)
                );
            }
            body.push_str("</tbody></table>");
        }
        let _ = write!(body, "<h2>Program</h2><pre class=\"code\">{}</pre></section>", escaped(part.source));
    }
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"generator\" content=\"Interleave\"><style>{}</style></head><body><main>{body}</main></body></html>\n",
        escaped(heading),
        style(theme)
    )
}

/// A link as HTML.
pub fn anchor(text: &str, link: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(link), escaped(text))
}

fn style(theme: Theme) -> String {
    let rules = [
        rule("body", "background", "--ground"),
        rule("body", "color", "--ink"),
        rule(".muted,td,th", "color", "--muted"),
        rule("td pre", "color", "--ink"),
        rule(".err pre", "color", "--alarm"),
        rule(".code,tbody tr:nth-child(odd)", "background", "--chrome"),
        rule("a", "color", "--accent"),
    ];
    format!(
        "body{{font:14px/21px system-ui,sans-serif;margin:0}}main{{max-width:984px;margin:0 auto;padding:16px}}h1{{font-size:22px}}h2{{font-size:15px}}\
         figure{{margin:0}}figure svg{{max-width:100%;height:auto}}pre{{font:13px/19px ui-monospace,monospace;margin:0;white-space:pre-wrap;overflow-wrap:anywhere}}\
         .code{{padding:12px;border-radius:4px}}table{{border-collapse:collapse;width:100%}}td,th{{text-align:left;vertical-align:top;padding:1px 12px 1px 4px;white-space:nowrap}}\
         td:last-child{{width:100%;white-space:normal}}th{{font-weight:400}}{}",
        sheet(&rules, theme)
    )
}
