//! Folding for comparison: case, marks of quotation, dashes, spaces, accents, look-alike letters. Never applied to the text itself.

use super::fnv::fnv32;

/// Lower case, accents and typographic variants folded away, white space collapsed. For matching only.
pub fn fold(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut space = false;
    for c in s.chars() {
        if c.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        fold_char(c, &mut out);
    }
    out
}

/// Letters with a stop behind each: `F.B.I.`, `u.s.`, `J.`
pub fn is_dotted(word: &str) -> bool {
    word.len() > 1 && word.chars().enumerate().all(|(n, c)| if n % 2 == 0 { c.is_alphabetic() } else { c == '.' })
}

/// A hash of the folded form of a word.
pub fn folded_hash(word: &str) -> u32 {
    if word.is_ascii() {
        return fnv32(word.bytes().map(|b| u32::from(b.to_ascii_lowercase())));
    }
    let mut folded = String::with_capacity(word.len());
    word.chars().for_each(|c| fold_char(c, &mut folded));
    fnv32(folded.bytes().map(u32::from))
}

/// Appends the folded form of one character, which may be nothing.
pub fn fold_char(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '“' | '”' | '„' | '«' | '»' | '‟' | '″' => out.push('"'),
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' | '`' | '´' => out.push('\''),
        '‐'..='―' | '−' => out.push('-'),
        '…' => out.push_str("..."),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
        _ => match plain(c) {
            "" => out.extend(c.to_lowercase()),
            s => out.push_str(s),
        },
    }
}

/// The plain ASCII letters of a Latin letter with an accent, and of Cyrillic and Greek letters that look like Latin ones (source:
/// Unicode confusables, the pairs that occur in running Latin text); empty for all others.
fn plain(c: char) -> &'static str {
    match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' | 'а' | 'А' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' | 'с' | 'С' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' | 'ə' | 'Ə' | 'е' | 'Е' | 'ё' | 'Ё' => "e",
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' => "g",
        'Ĥ'..='ħ' | 'Н' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' | 'і' | 'І' => "i",
        'Ĵ' | 'ĵ' | 'ј' | 'Ј' => "j",
        'Ķ'..='ĸ' | 'К' => "k",
        'Ĺ'..='ł' => "l",
        'М' => "m",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' | 'о' | 'О' => "o",
        'Œ' | 'œ' => "oe",
        'р' | 'Р' => "p",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' | 'ѕ' | 'Ѕ' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Т' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ụ'..='ự' => "u",
        'Ŵ' | 'ŵ' => "w",
        'х' | 'Х' => "x",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' | 'у' | 'У' => "y",
        'Ź'..='ž' => "z",
        'В' => "b",
        'Þ' | 'þ' => "th",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_readers_take_for_the_same() {
        assert_eq!(fold("“São  Paulo” — Сhoice\u{a0}…"), "\"sao paulo\" - choice ...");
        assert_eq!(fold("Zelenskyy’s"), "zelenskyy's");
        assert_eq!(fold("Łódź, Malmö, Tromsø"), "lodz, malmo, tromso");
    }
}
