//! The flag of a run: an address under which there is nothing, taken back when the run is to end (see `worker/flag.rs`).

use js_sys::Array;
use web_sys::{Blob, Url};

/// Falls when it is dropped.
pub struct Flag(Option<String>);

impl Flag {
    pub fn new() -> Flag {
        let nothing = Blob::new_with_blob_sequence(&Array::new());
        Flag(nothing.and_then(|nothing| Url::create_object_url_with_blob(&nothing)).ok())
    }

    /// Empty where browsers deny it.
    pub fn address(&self) -> String {
        self.0.clone().unwrap_or_default()
    }
}

impl Drop for Flag {
    fn drop(&mut self) {
        if let Some(address) = &self.0 {
            // Fails for what is no address.
            let _ = Url::revoke_object_url(address);
        }
    }
}
