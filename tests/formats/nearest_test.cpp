// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/nearest.h"

#include <gtest/gtest.h>

namespace tertulia::formats {
namespace {

const std::vector<std::string_view> kKnown{"label", "hint",      "required", "required_message",
                                           "name",  "select one"};

TEST(nearest, a_letter_wrong_missing_too_many_or_swapped_is_an_error_of_typing) {
  for (const char* typed : {"lable", "labl", "labell", "kabel"})
    EXPECT_EQ(nearest(typed, kKnown), "label") << typed;
  EXPECT_EQ(nearest("requierd", kKnown), "required");
  EXPECT_EQ(nearest("reqired_mesage", kKnown), "required_message");
  EXPECT_EQ(nearest("select on", kKnown), "select one");
}

TEST(nearest, another_word_is_none) {
  for (const char* word : {"level", "remark", "hi", "", "note", "names of all"})
    EXPECT_FALSE(nearest(word, kKnown)) << word;
  EXPECT_FALSE(nearest(std::string(5000, 'a'), kKnown));
}

}  // namespace
}  // namespace tertulia::formats
