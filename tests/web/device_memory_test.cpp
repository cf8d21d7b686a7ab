#include "web/runtime/device_memory.h"

#include <gtest/gtest.h>

#include "tests/support/client_fakes.h"

namespace xueshi::runtime {
namespace {

using ports::StoreProblem;
using testing::FakeStore;

class DeviceMemoryTest : public ::testing::Test {
  protected:
    // Asks for everything, and takes the answer.
    std::vector<KeptRecord> read() {
        memory_.read("");
        memory_.update();
        auto records = memory_.take_read();
        EXPECT_TRUE(records);
        return records ? *std::move(records) : std::vector<KeptRecord>{};
    }
    // Sends what was put, and takes the answer.
    void write() {
        memory_.update();
        memory_.update();
    }

    FakeStore::Disk disk_;
    FakeStore store_{disk_};
    DeviceMemory memory_{store_};
};

TEST_F(DeviceMemoryTest, AFullDiskIsToldUntilWhatWasPutIsOnIt) {
    store_.problem = StoreProblem::Full;
    memory_.put("a", "1");
    write();
    ASSERT_EQ(memory_.problem(), StoreProblem::Full);
    EXPECT_EQ(read().size(), 1u) << "what is in the page can be read all the same";
    EXPECT_EQ(memory_.problem(), StoreProblem::Full) << "a reading saves nothing";
    EXPECT_FALSE(memory_.is_saved(memory_.mark()));
    store_.problem = StoreProblem::None;
    memory_.retry();
    write();
    EXPECT_EQ(memory_.problem(), StoreProblem::None);
    EXPECT_TRUE(memory_.is_saved(memory_.mark()));
}

TEST_F(DeviceMemoryTest, AReadingThatFailedIsToldUntilTheDiskAnswers) {
    store_.problem = StoreProblem::Failed;
    read();
    EXPECT_TRUE(memory_.has_read_failed());
    EXPECT_EQ(memory_.problem(), StoreProblem::Failed);
    store_.problem = StoreProblem::None;
    memory_.put("a", "1");
    write();
    EXPECT_EQ(memory_.problem(), StoreProblem::None);
    EXPECT_TRUE(memory_.has_read_failed()) << "what was not read is still not known";
    read();
    EXPECT_FALSE(memory_.has_read_failed());
}

}  // namespace
}  // namespace xueshi::runtime
