// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/logo_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

Branding with_dots(std::initializer_list<std::uint32_t> colours) {
  Branding branding;
  branding.logo.emplace();
  for (const std::uint32_t colour : colours)
    branding.logo->pixels.insert(branding.logo->pixels.end(), {0, 0xff000000 | colour});
  branding.logo->size = {static_cast<int>(branding.logo->pixels.size()), 1};
  return branding;
}

TEST(logo_report, says_where_a_logo_needs_a_plate) {
  EXPECT_THAT(
      logo_report(with_dots({0x1a2b5c})),
      ElementsAre(StartsWith("On dark screens (room displays, doors of open sessions) the logo stands "
                             "on a plate of its own: without it only 0 % of its outline"),
                  StartsWith("On doors of closed sessions the logo stands on a plate")));
}

TEST(logo_report, says_what_no_plate_helps) {
  EXPECT_THAT(logo_report(with_dots({0x000000, 0xffffff})),
              testing::Contains(testing::HasSubstr("only 50 % of the logo's outline can be seen well")));
}

TEST(logo_report, says_nothing_when_all_is_well) {
  EXPECT_THAT(logo_report({}), IsEmpty());
  EXPECT_THAT(logo_report(with_dots({0x808080})).size(), 1U);  // the door of a closed session
}

}  // namespace
}  // namespace tertulia
