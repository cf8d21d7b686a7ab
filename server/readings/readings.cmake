# The pinyin table, made from Debian's unicode-data at build time: ${XUESHI_READING_TABLE} is its source file.
find_file(XUESHI_UNIHAN Unihan_Readings.txt.bz2 PATHS /usr/share/unicode REQUIRED)
find_program(XUESHI_BZIP2 bzip2 REQUIRED)
find_program(XUESHI_AWK NAMES mawk gawk awk REQUIRED)

set(XUESHI_READING_TABLE ${CMAKE_CURRENT_BINARY_DIR}/reading_table.cpp)
set(unihan_plain ${CMAKE_CURRENT_BINARY_DIR}/unihan_readings.txt)
add_custom_command(
    OUTPUT ${XUESHI_READING_TABLE}
    COMMAND ${XUESHI_BZIP2} -dc ${XUESHI_UNIHAN} > ${unihan_plain}
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ${XUESHI_AWK}
            -f ${CMAKE_CURRENT_LIST_DIR}/unihan_readings.awk
            ${CMAKE_CURRENT_LIST_DIR}/name_readings.txt ${unihan_plain} > ${XUESHI_READING_TABLE}
    COMMAND ${CMAKE_COMMAND} -E rm ${unihan_plain}
    DEPENDS ${XUESHI_UNIHAN} ${CMAKE_CURRENT_LIST_DIR}/unihan_readings.awk
            ${CMAKE_CURRENT_LIST_DIR}/name_readings.txt
    COMMENT "Making the pinyin table"
    VERBATIM)
