#include "server/exchange/exchange_bank.h"

#include <gtest/gtest.h>

#include "core/codec/capability_json.h"
#include "core/codec/diagnostic_json.h"
#include "tests/support/product_banks.h"

namespace xueshi::exchange {
namespace {

const std::string kSmallBank =
    R"({"schema":"xueshi.diagnostic.bank/1","version":3,"items":[)"
    "\n"
    R"({"id":"A","model":"1pl","b":-0.5,"domain":"x"},)"
    "\n"
    R"({"id":"B","model":"3pl","a":1.25,"b":0.1,"c":0.2,"domain":"x","stages":["primary"],"exposure":0.5,)"
    R"("text":{"fr":"Quoi ?"},"options":[{"credit":0,"fr":"Non"},{"credit":1,"fr":"Oui"}]},)"
    "\n"
    R"({"id":"C","model":"grm","a":2,"b":[-1,1.5],"domain":"y","level":"I","indicators":["I-1","I-2"],"subjects":["any"]})"
    "\n]}\n";

TEST(ExchangeBank, IsWrittenAsItWasRead) {
    const auto bank = read_exchange_bank(kSmallBank);
    ASSERT_TRUE(bank) << bank.error().subject << bank.error().detail;
    EXPECT_EQ(write_exchange_bank(*bank), kSmallBank);
    EXPECT_TRUE(codec::read_item_bank(kSmallBank));
}

TEST(ExchangeBank, LosesNothingOfTheBanksThatShip) {
    for (const std::string level : {"level-1", "level-2"}) {
        const std::string shipped =
            testing::pack_bytes("item-banks/guangzhou-it-capability/v1/" + level + ".json");
        const auto bank = read_exchange_bank(shipped);
        ASSERT_TRUE(bank) << bank.error().subject << bank.error().detail;
        // Every letter but white space is there again, if in another order.
        const auto letters_of = [](std::string text) {
            std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
            std::sort(text.begin(), text.end());
            return text;
        };
        // Numbers lose a needless ".0", which the shipped banks write.
        std::string plain = shipped;
        for (std::size_t at = 0; (at = plain.find(".0", at)) != std::string::npos;) {
            const char after = plain[at + 2];
            after == ',' || after == ']' ? (void)plain.erase(at, 2) : (void)++at;
        }
        EXPECT_EQ(letters_of(write_exchange_bank(*bank)), letters_of(plain));
        EXPECT_TRUE(codec::read_capability_bank(write_exchange_bank(*bank)));
    }
}

TEST(ExchangeBank, RefusesWhatItWouldLose) {
    const auto subject_of = [](std::string_view from, std::string_view to) {
        std::string text = kSmallBank;
        text.replace(text.find(from), from.size(), to);
        const auto bank = read_exchange_bank(text);
        return bank ? std::string() : bank.error().subject;
    };
    EXPECT_EQ(subject_of(R"("version":3)", R"("version":3,"note":"")"), "note");
    EXPECT_EQ(subject_of(R"("exposure":0.5)", R"("colour":"red")"), "items[1].colour");
    EXPECT_EQ(subject_of(R"({"fr":"Quoi ?"})", R"({"fr":1})"), "items[1].text.fr");
    EXPECT_EQ(subject_of(R"({"credit":1,)", R"({"credit":2,)"), "items[1].options[1].credit");
    EXPECT_EQ(subject_of(R"("a":1.25)", R"("a":0)"), "items[1].a");
    EXPECT_EQ(subject_of(R"("id":"B")", R"("id":"A")"), "items[1].id");
    EXPECT_EQ(subject_of(R"({"id":"A")", R"(7,{"id":"A")"), "items[0]");
}

}  // namespace
}  // namespace xueshi::exchange
