//! The languages that Dataverse knows an order's papers in.

/// The tags behind `msdyn_language`, in the order of its values (dual-write, language map).
const TAGS: &str = "ar ar-ae cs da de de-at de-ch en-au en-ca en-gb en-ie en-in en-my en-nz en-sg en-us en-za es es-mx et \
    fi fr fr-be fr-ca fr-ch hu is it it-ch ja lt lv nb-no nl nl-be pl pt-br ru sv th tr zh-hans";

const FIRST: i32 = 192_350_000;

/// The value for a language tag: the exact one, or that of the same language somewhere (English as in the United States).
pub fn language_value(tag: &str) -> Option<i32> {
    let tag = tag.to_ascii_lowercase();
    let language = tag.split('-').next().unwrap_or_default();
    let usual = if language == "en" { "en-us" } else { language };
    let find = |wanted: &dyn Fn(&str) -> bool| TAGS.split_whitespace().position(wanted);
    let position = find(&|known| known == tag)
        .or_else(|| find(&|known| known == usual))
        .or_else(|| find(&|known| known.split('-').next() == Some(language)))?;
    Some(FIRST + i32::try_from(position).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_finds_its_value_or_a_near_one() {
        let cases = [
            ("en", Some(192_350_015)),
            ("en-GB", Some(192_350_009)),
            ("de", Some(192_350_004)),
            ("de-LU", Some(192_350_004)),
            ("nb", Some(192_350_032)),
            ("zh-Hans", Some(192_350_041)),
            ("tlh", None),
        ];
        for (tag, expected) in cases {
            assert_eq!(language_value(tag), expected, "{tag}");
        }
    }
}
