#![no_main]

#[path = "../../all/laws.rs"]
#[allow(dead_code, reason = "each target takes one of the laws")]
mod laws;

libfuzzer_sys::fuzz_target!(|data: &[u8]| laws::extract_any(data));
