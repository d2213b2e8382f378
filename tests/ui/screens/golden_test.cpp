// SPDX-License-Identifier: Apache-2.0
// Each sample view on one panel of its language, bit by bit as it was accepted. A difference leaves the
// picture of now and that of the difference in the build folder. Every other language and size is held by
// every_screen_test, which needs no pictures; people look at the contact sheets of tests/run --sheet.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

const std::filesystem::path kGolden = std::filesystem::path(TERTULIA_SOURCE_DIR) / "tests/ui/golden";

struct Case {
  SampleView sample;
  Size size;
};

std::string name_of(const Case& each) {
  return each.sample.name + "-" + each.sample.language + "-" + std::to_string(each.size.width) + "x" +
         std::to_string(each.size.height);
}

void PrintTo(const Case& each, std::ostream* out) { *out << name_of(each); }

// A usual panel for both directions of writing, the smallest one for the longest words, a tall one for tall
// letters.
Size panel_of(const Language& language) {
  if (language == "fr") return {800, 480};
  if (language == "am") return {720, 1280};
  return {1280, 800};
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const SampleView& sample : sample_views()) all.push_back({sample, panel_of(sample.language)});
  return all;
}

// So that a screen that is renamed or goes leaves no picture behind.
TEST(golden_pictures, each_belongs_to_a_sample_view) {
  std::set<std::string> wanted, kept;
  for (const Case& each : cases()) wanted.insert(name_of(each) + ".png");
  for (const auto& file : std::filesystem::directory_iterator(kGolden)) kept.insert(file.path().filename());
  EXPECT_EQ(kept, wanted);
}

// White where the pictures differ, the accepted one dimmed behind it.
Picture difference(const Picture& accepted, const Picture& actual) {
  Picture result = accepted;
  for (std::size_t i = 0; i < result.pixels.size(); ++i)
    result.pixels[i] = accepted.pixels[i] == actual.pixels[i]
                           ? 0xFF000000U | ((accepted.pixels[i] >> 2U) & 0x3F3F3FU)
                           : 0xFFFFFFFFU;
  return result;
}

std::filesystem::path written(const std::string& name, const Picture& picture) {
  const std::filesystem::path folder = TERTULIA_PICTURES_DIR;
  std::filesystem::create_directories(folder);
  const auto path = folder / name;
  EXPECT_TRUE(write_png(path, picture.view()).ok());
  return path;
}

class Golden : public ::testing::TestWithParam<Case> {};

TEST_P(Golden, golden_picture) {
  const std::string name = name_of(GetParam());
  const auto path = kGolden / (name + ".png");
  ui::Look look;
  look.logo = GetParam().sample.logo;
  const Shown shown(GetParam().sample.view, GetParam().size, 0, look);
  if (std::getenv("TERTULIA_ACCEPT_GOLDEN") != nullptr) {
    ASSERT_TRUE(write_png(path, shown.picture.view()).ok());
    return;
  }
  const std::string advice =
      "\nIf the new picture is right: TERTULIA_ACCEPT_GOLDEN=1 ctest -R golden_picture";
  const auto accepted = read_png(path);
  if (!accepted.ok()) {
    FAIL() << accepted.error().message << "\nthe picture of now: " << written(name + ".png", shown.picture)
           << advice;
  }
  if (accepted.value() == shown.picture) return;
  ASSERT_EQ(accepted.value().size, shown.picture.size) << advice;
  FAIL() << "the picture of now: " << written(name + ".png", shown.picture) << "\nthe difference: "
         << written(name + "-difference.png", difference(accepted.value(), shown.picture)) << advice;
}

INSTANTIATE_TEST_SUITE_P(screens, Golden, ::testing::ValuesIn(cases()), [](const auto& each) {
  std::string name = name_of(each.param);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
