//! The page.

fn main() {
    interleave::ui::start();
}
