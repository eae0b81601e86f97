//! The engine's Web Worker.

fn main() {
    interleave::worker::start();
}
