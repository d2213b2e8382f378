// SPDX-License-Identifier: Apache-2.0
// A reader that a file has taken over tries 70 things from inside the sandbox of tertulia-import.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/linux/child_process.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

struct Tries {
  std::vector<std::string> denied;
  std::vector<std::string> allowed;
};

class Sandbox : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "pack");
    write(folder_ / "store.db");
    write(folder_ / "pack" / "visit.toml");
  }
  void TearDown() override { fs::remove_all(folder_); }

  Tries tries(const std::string& how) {
    const auto output = run_limited(
        {{TERTULIA_TAKEN_OVER_READER, how, folder_ / "store.db", folder_ / "pack"}, "The attack", {}});
    EXPECT_TRUE(output.ok()) << output.error().message;
    Tries tries;
    std::istringstream lines(output.ok() ? output.value() : "");
    for (std::string line; std::getline(lines, line);) {
      const std::string name = line.substr(line.find('\t') + 1);
      (line.starts_with("denied") ? tries.denied : tries.allowed).push_back(name);
    }
    return tries;
  }

  std::size_t count_of_files() const {
    return static_cast<std::size_t>(
        std::distance(fs::recursive_directory_iterator(folder_), fs::recursive_directory_iterator()));
  }
  std::uintmax_t size_of_store() const { return fs::file_size(folder_ / "store.db"); }

 private:
  static void write(const fs::path& path) { std::ofstream(path) << "what nobody may touch"; }

  fs::path folder_ = fs::temp_directory_path() / ("sandbox_test_" + std::to_string(getpid()));
};

TEST_F(Sandbox, nothing_that_a_taken_over_reader_tries_works) {
  const auto size = size_of_store();
  const Tries caged = tries("caged");
  if (caged.denied.empty()) GTEST_SKIP() << "this kernel has neither seccomp nor Landlock";
  EXPECT_THAT(caged.allowed, testing::IsEmpty());
  EXPECT_GE(caged.denied.size(), 60U);
  EXPECT_EQ(size_of_store(), size);
  EXPECT_EQ(count_of_files(), 3U) << "store, pack and its file";
}

TEST_F(Sandbox, without_it_the_same_tries_work) {
  const Tries free = tries("free");
  EXPECT_THAT(free.allowed, testing::IsSupersetOf({"empty the store by opening it to read", "read the store",
                                                   "open the parent's memory to write", "signal the parent",
                                                   "remove a file of the pack", "a socket of the machine"}));
  EXPECT_EQ(size_of_store(), 0U);
}

}  // namespace
}  // namespace tertulia
