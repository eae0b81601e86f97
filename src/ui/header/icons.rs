//! Line icons of 16 × 16, drawn in the colour of the text beside them.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Mark,
    Down,
    Play,
    Stop,
    Share,
    Sun,
    Moon,
    System,
    Help,
    Close,
    Plus,
    Dice,
    Fold,
    Copy,
    File,
    Pause,
    Line,
    Event,
    Switch,
    Break,
    Live,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Mark => "M1 4h5M9 4h6M1 8h2M6 8h6M1 12h8M12 12h3",
            Icon::Down => "M4 6.5 8 10.5 12 6.5",
            Icon::Play => "M5 3.2v9.6L13 8z",
            Icon::Stop => "M4 4h8v8H4z",
            Icon::Share => "M6.5 9.5 13 3M8.5 3H13v4.5M11.5 9.5V13H3V4.5h3.5",
            Icon::Sun => {
                "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3"
            }
            Icon::Moon => "M13.5 9.5A6 6 0 1 1 6.5 2.5a4.8 4.8 0 0 0 7 7z",
            Icon::System => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12",
            Icon::Help => "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.8-1.1 1.6M8 12.6v.1",
            Icon::Close => "M4 4l8 8M12 4l-8 8",
            Icon::Plus => "M8 3v10M3 8h10",
            Icon::Dice => "M3 3h10v10H3zM5.7 5.7v.1M10.3 5.7v.1M8 8v.1M5.7 10.3v.1M10.3 10.3v.1",
            Icon::Fold => "M4 10l4-4 4 4",
            Icon::File => "M4 2.5h5L12.5 6v7.5H4zM9 2.5V6h3.5M8.2 8v4M6.2 10h4",
            Icon::Pause => "M4 3.5h3v9H4zM9 3.5h3v9H9z",
            Icon::Line => "M3 3.5h7M3 12.5h7M3 8h9M9.5 5.5 12 8l-2.5 2.5",
            Icon::Event => "M3.5 3.5 8 8l-4.5 4.5M11.5 3.5v9",
            Icon::Switch => "M2.5 3.5 7 8l-4.5 4.5M9 5h2.5v6H14",
            Icon::Break => "M2 3.5 6.5 8 2 12.5M11 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
            Icon::Live => {
                "M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3zM4.8 4.8a4.5 4.5 0 0 0 0 6.4M11.2 4.8a4.5 4.5 0 0 1 0 6.4M2.5 2.5a7.8 7.8 0 0 0 0 11M13.5 2.5a7.8 7.8 0 0 1 0 11"
            }
            Icon::Copy => "M6 6h7v7H6zM3 10V3h7",
        }
    }
}

pub fn icon(icon: Icon) -> AnyView {
    let solid = matches!(icon, Icon::Play | Icon::Stop | Icon::Pause);
    view! {
        <svg class="glyph" class:solid=solid viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    }
    .into_any()
}
