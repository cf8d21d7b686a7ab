# awk -f unihan_readings.awk name_readings.txt <Unihan readings, plain text>
#
# Writes the C++ table behind pinyin_readings.h: one line a character, "4e00 yi", most common reading first,
# without tones, ü as v. What is a common reading:
#   1. kHanyuPinlu, readings counted in running text: those with at least one occurrence in a thousand;
#   2. for characters never counted: kMandarin, then kTGHZ2013 (the readings of the national list of 2013);
#   3. name_readings.txt: readings that live in names of places and people.
# Rare and ancient readings of the larger dictionaries are left out on purpose: with them every character
# would answer almost every key.

BEGIN {
    FS = "\t"
    smallest_share = 0.001
    print "// Generated from unicode-data by server/readings/unihan_readings.awk."
    print "#include \"server/readings/reading_table.h\"\n"
    print "namespace xueshi::readings {\n"
    print "std::string_view reading_table() {"
    print "    return"
}

function without_tones(text) {
    gsub(/ā|á|ǎ|à/, "a", text)
    gsub(/ē|é|ě|è|ế|ề|ê/, "e", text)
    gsub(/ī|í|ǐ|ì/, "i", text)
    gsub(/ō|ó|ǒ|ò/, "o", text)
    gsub(/ū|ú|ǔ|ù/, "u", text)
    gsub(/ǖ|ǘ|ǚ|ǜ|ü/, "v", text)
    gsub(/ń|ň|ǹ/, "n", text)
    gsub(/ḿ/, "m", text)
    gsub(/̀|́|̄|̌|̂/, "", text)
    return text
}

# Puts a reading behind those the character has, once.
function add_reading(reading) {
    if (reading ~ /^[a-z]+$/ && index(" " readings " ", " " reading " ") == 0)
        readings = readings (readings == "" ? "" : " ") reading
}

function add_counted(field,    parts, total, count, order, i, best, each) {
    split("", count)
    total = 0
    parts = split(field, each, " ")
    for (i = 1; i <= parts; ++i) {
        match(each[i], /\(/)
        reading = without_tones(substr(each[i], 1, RSTART - 1))
        times = substr(each[i], RSTART + 1) + 0
        count[reading] += times
        total += times
    }
    for (;;) {
        best = ""
        for (reading in count)
            if (best == "" || count[reading] > count[best] ||
                (count[reading] == count[best] && reading < best)) best = reading
        if (best == "" || count[best] < total * smallest_share) return
        add_reading(best)
        delete count[best]
    }
}

function finish_character(    parts, each, i) {
    readings = ""
    if (counted != "") {
        add_counted(counted)
    } else if (mandarin != "") {
        add_reading(without_tones(mandarin))
        parts = split(listed, each, " ")
        for (i = 1; i <= parts; ++i) {
            sub(/^[0-9.,]*:/, "", each[i])
            add_reading(without_tones(each[i]))
        }
    }
    if (code in of_names) add_reading(of_names[code])
    if (readings != "") printf "        \"%s %s\\n\"\n", tolower(code), readings
    counted = mandarin = listed = ""
}

# The first file: "756A pan  # ..."
NR == FNR {
    if ($0 ~ /^[0-9A-F]+ [a-z]+/) {
        split($0, field, " ")
        of_names[field[1]] = field[2]
    }
    next
}

$2 != "kHanyuPinlu" && $2 != "kMandarin" && $2 != "kTGHZ2013" { next }
# The common plane only: 〇 and U+4E00 … U+9FFF.
$1 !~ /^U\+(3007|[4-9][0-9A-F][0-9A-F][0-9A-F])$/ || $1 < "U+3007" || ($1 > "U+3007" && $1 < "U+4E00") { next }

{
    if (substr($1, 3) != code) {
        if (code != "") finish_character()
        code = substr($1, 3)
    }
    if ($2 == "kHanyuPinlu") counted = $3
    if ($2 == "kMandarin") { split($3, field, " "); mandarin = field[1] }
    if ($2 == "kTGHZ2013") listed = $3
}

END {
    finish_character()
    print "        \"\";\n}\n"
    print "}  // namespace xueshi::readings"
}
