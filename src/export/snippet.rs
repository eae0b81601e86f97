//! What an author puts into a page to show a scenario there: a frame, or the element that `static/embed.js` makes one of.

use std::fmt::Write;

use super::escaped;

/// What a frame may do: run, and lead to the page.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// What is embedded, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snippet<'a> {
    /// The page's folder, with a slash at its end: `https://example.org/interleave/`.
    pub site: &'a str,
    /// The scenario's link without `#`.
    pub link: &'a str,
    /// The packed summary; empty for none.
    pub summary: &'a str,
    pub title: &'a str,
    /// Parameters and their values, plain letters and digits; `height` is also the frame's.
    pub params: &'a [(&'a str, String)],
}

impl Snippet<'_> {
    /// The address of the embed.
    pub fn address(&self) -> String {
        let mut out = format!("{}embed/#{}", self.site, self.link);
        for (name, value) in self.params {
            let _ = write!(out, "&{name}={value}");
        }
        if !self.summary.is_empty() {
            let _ = write!(out, "&m={}", self.summary);
        }
        out
    }

    fn height(&self) -> &str {
        self.params.iter().find(|(name, _)| *name == "height").map_or("420", |(_, value)| value)
    }

    fn name(&self) -> &str {
        if self.title.is_empty() { "Interleave" } else { self.title }
    }

    /// A frame that needs no script around it.
    pub fn frame(&self) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" loading=\"lazy\" style=\"border: 0\" \
             sandbox=\"{SANDBOX}\"></iframe>",
            escaped(&self.address()),
            escaped(self.name()),
            escaped(self.height()),
        )
    }

    /// The element, which is as high as it needs, with its script.
    pub fn element(&self) -> String {
        format!(
            "<script async src=\"{0}static/embed.js\"></script>\n<interleave-playground src=\"{1}\" title=\"{2}\">\
             <a href=\"{0}#{3}\">{2}</a></interleave-playground>",
            escaped(self.site),
            escaped(&self.address()),
            escaped(self.name()),
            escaped(self.link),
        )
    }
}
