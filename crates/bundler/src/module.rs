//! Reads and rewrites the names at the edge of a WebAssembly module: what it imports and exports.

use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

/// What to do with a name.
pub enum Fate {
    /// It stays as it is.
    Keep,
    /// It gets another name.
    Rename(String),
    /// It goes; only an export can.
    Drop,
}

/// The names that a module imports from `from`.
pub fn imports(wasm: &[u8], from: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                let import = import?;
                if import.module == from {
                    names.push(import.name.to_owned());
                }
            }
        }
    }
    Ok(names)
}

/// The names that a module exports.
pub fn exports(wasm: &[u8]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ExportSection(section) = payload? {
            for export in section {
                names.push(export?.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The same module with other names for what it imports from `from`, and for what it exports.
pub fn rename(
    wasm: &[u8],
    from: &str,
    import: impl Fn(&str) -> Fate,
    export: impl Fn(&str) -> Fate,
) -> Result<Vec<u8>> {
    let mut out = wasm.get(..8).context("this is no WebAssembly module")?.to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else { continue };
        let content = match payload {
            Payload::ImportSection(_) => imports_renamed(&wasm[range], from, &import)?,
            Payload::ExportSection(_) => exports_renamed(&wasm[range], &export)?,
            _ => wasm[range].to_vec(),
        };
        out.push(id);
        write_number(&mut out, content.len());
        out.extend(content);
    }
    Ok(out)
}

fn imports_renamed(section: &[u8], from: &str, fate: &impl Fn(&str) -> Fate) -> Result<Vec<u8>> {
    entries_renamed(section, 2, |names| {
        let [module, name] = names else { return Fate::Keep };
        if module == from { fate(name) } else { Fate::Keep }
    })
}

fn exports_renamed(section: &[u8], fate: &impl Fn(&str) -> Fate) -> Result<Vec<u8>> {
    entries_renamed(section, 1, |names| names.first().map_or(Fate::Keep, |name| fate(name)))
}

/// Rewrites the last of the `count` names that each entry of a section begins with.
fn entries_renamed(section: &[u8], count: usize, fate: impl Fn(&[String]) -> Fate) -> Result<Vec<u8>> {
    let mut kept = Vec::new();
    let mut entries = 0;
    for entry in entries_of(section, count)? {
        let entry = &section[entry];
        let (names, rest) = names_of(entry, count)?;
        let name = match fate(&names) {
            Fate::Drop => continue,
            Fate::Rename(name) => name,
            Fate::Keep => names.last().cloned().unwrap_or_default(),
        };
        entries += 1;
        for name in names[..count - 1].iter().chain([&name]) {
            write_number(&mut kept, name.len());
            kept.extend(name.as_bytes());
        }
        kept.extend(rest);
    }
    let mut out = Vec::new();
    write_number(&mut out, entries);
    out.extend(kept);
    Ok(out)
}

/// Where each entry of an import or export section lies.
fn entries_of(section: &[u8], names: usize) -> Result<Vec<Range<usize>>> {
    let reader = wasmparser::BinaryReader::new(section, 0);
    let mut starts: Vec<usize> = if names == 2 {
        let imports = wasmparser::ImportSectionReader::new(reader)?;
        imports
            .into_imports_with_offsets()
            .map(|import| import.map(|(at, _)| at))
            .collect::<Result<_, _>>()?
    } else {
        let exports = wasmparser::ExportSectionReader::new(reader)?;
        exports.into_iter_with_offsets().map(|export| export.map(|(at, _)| at)).collect::<Result<_, _>>()?
    };
    starts.push(section.len());
    Ok(starts.windows(2).map(|pair| pair[0]..pair[1]).collect())
}

fn names_of(mut entry: &[u8], count: usize) -> Result<(Vec<String>, &[u8])> {
    let mut names = Vec::new();
    for _ in 0..count {
        let (length, rest) = read_number(entry)?;
        let (name, rest) = rest.split_at_checked(length).context("a name is longer than its section")?;
        names.push(String::from_utf8(name.to_vec())?);
        entry = rest;
    }
    Ok((names, entry))
}

/// Reads an unsigned number in the LEB128 form.
fn read_number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut number = 0;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Ok((number, &bytes[index + 1..]));
        }
    }
    anyhow::bail!("a number does not end")
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports the function `m.long_name`, and exports it twice, as `one` and `two`.
    fn module() -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend(b"\x01\x04\x01\x60\0\0");
        wasm.extend(b"\x02\x0f\x01\x01m\x09long_name\0\0");
        wasm.extend(b"\x07\x0d\x02\x03one\0\0\x03two\0\0");
        wasm
    }

    #[test]
    fn names_are_read() -> Result<()> {
        assert_eq!(imports(&module(), "m")?, ["long_name"]);
        assert!(imports(&module(), "other")?.is_empty());
        assert_eq!(exports(&module())?, ["one", "two"]);
        Ok(())
    }

    #[test]
    fn names_are_changed_and_an_export_is_dropped() -> Result<()> {
        let export = |name: &str| if name == "one" { Fate::Drop } else { Fate::Keep };
        let changed = rename(&module(), "m", |_| Fate::Rename("a".into()), export)?;
        assert_eq!(imports(&changed, "m")?, ["a"]);
        assert_eq!(exports(&changed)?, ["two"]);
        assert_eq!(changed.len(), module().len() - 8 - 6);
        Ok(())
    }

    #[test]
    fn a_module_whose_names_stay_is_the_same() -> Result<()> {
        assert_eq!(rename(&module(), "m", |_| Fate::Keep, |_| Fate::Keep)?, module());
        Ok(())
    }

    #[test]
    fn numbers_of_several_bytes_are_read_as_written() -> Result<()> {
        for number in [0, 127, 128, 300, 100_000] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, number);
            assert_eq!(read_number(&bytes)?, (number, &[][..]));
        }
        Ok(())
    }
}
