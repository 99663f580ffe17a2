//! The exporter as a program: a worker of the browser that is given a job, asks for the rows and hands over the file.

#[cfg(target_arch = "wasm32")]
mod worker;

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("This program runs in a worker of a browser; `cargo portal check-exports` writes files here.");
}
