// SPDX-License-Identifier: Apache-2.0
// Each sample view on one panel of its language, bit by bit as it was accepted. A difference leaves the
// picture of now and that of the difference in the build folder. Every other language and size is held by
// every_screen_test, which needs no pictures; people look at the contact sheets of tests/run --sheet.
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

const std::filesystem::path kGolden = std::filesystem::path(TERTULIA_SOURCE_DIR) / "tests/ui/golden";

// A usual panel for both directions of writing, the smallest one for the longest words, a tall one for tall
// letters.
const std::map<Language, Size> kPanels = {
    {"en", {1280, 800}}, {"ar", {1280, 800}}, {"fr", {800, 480}}, {"am", {720, 1280}}};

std::string name_of(const SampleView& sample) {
  const Size size = kPanels.at(sample.language);
  return sample.name + "-" + sample.language + "-" + std::to_string(size.width) + "x" +
         std::to_string(size.height);
}

// So that a screen that is renamed or goes leaves no picture behind.
TEST(golden_pictures, each_belongs_to_a_sample_view) {
  std::set<std::string> wanted, kept;
  for (const SampleView& sample : sample_views()) wanted.insert(name_of(sample) + ".png");
  for (const auto& file : std::filesystem::directory_iterator(kGolden)) kept.insert(file.path().filename());
  EXPECT_EQ(kept, wanted);
}

// White where the pictures differ, the accepted one dimmed behind it.
Screenshot difference(const Screenshot& accepted, const Screenshot& actual) {
  Screenshot result = accepted;
  for (std::size_t i = 0; i < result.pixels.size(); ++i)
    result.pixels[i] = accepted.pixels[i] == actual.pixels[i]
                           ? 0xFF000000U | ((accepted.pixels[i] >> 2U) & 0x3F3F3FU)
                           : 0xFFFFFFFFU;
  return result;
}

std::filesystem::path written(const std::string& name, const Screenshot& picture) {
  const std::filesystem::path folder = TERTULIA_PICTURES_DIR;
  std::filesystem::create_directories(folder);
  const auto path = folder / name;
  EXPECT_TRUE(write_png(path, picture.view()).ok());
  return path;
}

// Empty when it is as accepted; else what is wrong.
std::string fault_of(const SampleView& sample) {
  const std::string name = name_of(sample);
  const auto path = kGolden / (name + ".png");
  ui::Look look;
  look.logo = sample.logo;
  const Shown shown(sample.view, kPanels.at(sample.language), 0, look);
  if (std::getenv("TERTULIA_ACCEPT_GOLDEN") != nullptr) {
    const Outcome outcome = write_png(path, shown.picture.view());
    return outcome.ok() ? "" : outcome.error().message;
  }
  const auto accepted = read_png(path);
  if (accepted.ok() && accepted.value() == shown.picture) return "";
  const std::string now = "\nthe picture of now: " + written(name + ".png", shown.picture).string();
  if (!accepted.ok()) return accepted.error().message + now;
  if (accepted.value().size != shown.picture.size) return name + " has another size" + now;
  return name + " differs" + now + "\nthe difference: " +
         written(name + "-difference.png", difference(accepted.value(), shown.picture)).string();
}

class Golden : public ::testing::TestWithParam<std::string> {};

TEST_P(Golden, golden_picture) {
  int count = 0;
  for (const SampleView& sample : sample_views()) {
    if (sample.language != GetParam()) continue;
    ++count;
    EXPECT_EQ(fault_of(sample), "")
        << "If the new picture is right: TERTULIA_ACCEPT_GOLDEN=1 ctest -R golden_picture";
  }
  EXPECT_GT(count, 30);
}

INSTANTIATE_TEST_SUITE_P(in, Golden, ::testing::Values("en", "ar", "fr", "am"),
                         [](const auto& each) { return each.param; });

}  // namespace
