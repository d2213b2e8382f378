// SPDX-License-Identifier: Apache-2.0
// Cuts the power at every point of many recordings, and counts what did not survive.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/powercut/defects.h"
#include "tests/powercut/recording.h"

namespace tertulia::powercut {

struct Scenario {
  std::string name;
  unsigned percent = 0;      // of all images
  std::uint64_t visits = 1;  // images of one point of time
  std::function<Recording(const std::string& folder, std::uint64_t seed, Defect defect)> record;
  std::function<std::string(const Recording& recording, std::size_t cut, const std::string& folder)> judge;
};
[[nodiscard]] std::vector<Scenario> all_scenarios();

// Names one image; written SCENARIO:SEED:CUT:VISIT.
struct ImageName {
  std::string scenario;
  std::uint64_t seed = 0;
  std::size_t cut = 0;
  std::uint64_t visit = 0;
};
[[nodiscard]] std::string to_text(const ImageName& name);
[[nodiscard]] std::optional<ImageName> image_name_from(const std::string& text);

struct Verdict {
  std::uint64_t images = 0;
  std::uint64_t cuts = 0;  // points of time, over all recordings
  std::uint64_t thanked = 0;
  std::uint64_t failures = 0;
  std::vector<std::string> violations;  // each with the name of its image
};

struct HubCommand {
  std::uint64_t images = 0;
  std::uint64_t seed = 1;
  Defect defect = Defect::kNone;
  std::uint64_t enough_failures = 10;  // then it ends
};

// `told`, when there is one, hears after each recording how far it is.
[[nodiscard]] Verdict run_campaign(const HubCommand& order, const std::vector<Scenario>& scenarios,
                                   const std::function<void(const Verdict&)>& told = {});
// One image again; the folder with what is left after the judgement stays at `keep`.
[[nodiscard]] std::string replay(const ImageName& name, Defect defect, const std::string& keep);

}  // namespace tertulia::powercut
