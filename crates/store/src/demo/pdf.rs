//! A PDF of one page with lines of text: as much of PDF 1.4 as that takes.

/// Writes a page (A4) with a title and lines below it.
pub(super) fn page(title: &str, lines: &[String]) -> Vec<u8> {
    let mut content = b"BT /F1 18 Tf 56 770 Td (".to_vec();
    content.extend(text(title));
    content.extend(b") Tj /F1 11 Tf 0 -14 Td");
    for line in lines {
        content.extend(b" 0 -18 Td (");
        content.extend(text(line));
        content.extend(b") Tj");
    }
    content.extend(b" ET");
    let mut stream = format!("<< /Length {} >>\nstream\n", content.len()).into_bytes();
    stream.extend(content);
    stream.extend(b"\nendstream");
    file(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R \
          /Resources << /Font << /F1 4 0 R >> >> >>"
            .to_vec(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
        stream,
    ])
}

/// Numbers the objects and writes the table of where each begins.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let (table, count) = (bytes.len(), objects.len() + 1);
    bytes.extend(format!("xref\n0 {count}\n0000000000 65535 f \n").bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    bytes.extend(format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    bytes
}

/// A text in the encoding of the font, which has the letters of Western Europe.
fn text(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for c in text.chars() {
        match u8::try_from(u32::from(c)) {
            Ok(byte @ (b'(' | b')' | b'\\')) => bytes.extend([b'\\', byte]),
            Ok(byte) if byte >= 0xa0 || (0x20..0x7f).contains(&byte) => bytes.push(byte),
            _ => bytes.push(b'?'),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_begins_where_the_table_says() {
        let bytes = page("Order (1)", &["Gumbär Gummibärchen".to_owned(), "漢\\".to_owned()]);
        let whole = String::from_utf8_lossy(&bytes);
        assert!(whole.contains("(Order \\(1\\)) Tj") && whole.contains("(?\\\\) Tj"));
        let table = bytes.windows(5).rposition(|window| window == b"xref\n").unwrap();
        // The word also ends `startxref`, behind which the place of the table stands.
        let table = bytes[..table].windows(5).rposition(|window| window == b"xref\n").unwrap();
        assert!(whole.ends_with(&format!("startxref\n{table}\n%%EOF\n")));
        for number in 1..=5 {
            let line = &bytes[table + 9 + 20 * number..][..10];
            let place: usize = std::str::from_utf8(line).unwrap().parse().unwrap();
            assert!(bytes[place..].starts_with(format!("{number} 0 obj").as_bytes()), "{number}");
        }
    }
}
