// SPDX-License-Identifier: Apache-2.0
// Views like those of the target pictures, for golden images and layout tests.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "firmware/domain/picture.h"
#include "firmware/ports/views.h"

namespace tertulia::test {

// The boot clock of the moment that they show.
inline constexpr BootTime kSampleTime = std::chrono::hours(1);

struct SampleView {
  std::string name;  // of the kind of screen: "home"
  Language language;
  View view;
  std::shared_ptr<const Picture> logo = nullptr;  // of the programme
};

// One of every kind, in English, French, Arabic and Amharic. Made once: hundreds of tests look at one of
// them.
[[nodiscard]] const std::vector<SampleView>& sample_views();
// Of that kind. Fails the test and ends the program where there is none.
[[nodiscard]] const View& sample_view(const std::string& name, const Language& language = "en");

}  // namespace tertulia::test
