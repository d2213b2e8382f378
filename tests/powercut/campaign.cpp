// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/campaign.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "tests/powercut/judge.h"
#include "tests/powercut/life.h"
#include "tests/powercut/others.h"
#include "tests/powercut/place.h"

namespace tertulia::powercut {
namespace {

// Lets everything through and remembers nothing; the syncs go nowhere, which makes the judges fast.
class Nobody final : public Watcher {
 public:
  [[nodiscard]] int refuse(Call) override { return 0; }
  void done(const Operation&) override {}
};

std::uint64_t mixed(const ImageName& name) {
  Dice dice(name.seed * 0x100000001b3U ^ name.cut << 20U ^ name.visit);
  return dice.next();
}

std::string judge_image(const Scenario& scenario, const Recording& recording, const ImageName& name,
                        const Image& image) {
  const Place place;
  write_folder(place.path(), image);
  Nobody nobody;
  const Watching watching(place.path(), nobody);
  return scenario.judge(recording, name.cut, place.path());
}

Recording record(const Scenario& scenario, std::uint64_t seed, Defect defect) {
  const Place place;
  return scenario.record(place.path(), seed, defect);
}

// One recording, cut at each of its points, `images` times in all at most.
void cut_everywhere(const Scenario& scenario, std::uint64_t seed, const HubCommand& order,
                    std::uint64_t images, Verdict& verdict) {
  const Recording recording = record(scenario, seed, order.defect);
  verdict.thanked += recording.thanks.size();
  const std::uint64_t all = (recording.trace.size() + 1) * scenario.visits;
  const std::uint64_t stride = (all + images - 1) / images;  // of a recording that is too long, some
  Disk disk(recording.begin);
  std::uint64_t number = 0;
  for (std::size_t cut = 0; cut <= recording.trace.size(); ++cut) {
    if (cut > 0) disk.apply(recording.trace[cut - 1]);
    const std::uint64_t before = verdict.images;
    for (std::uint64_t visit = 0; visit < scenario.visits; ++visit) {
      if (number++ % stride != 0) continue;
      if (verdict.failures >= order.enough_failures) return;
      const ImageName name{scenario.name, seed, cut, visit};
      Luck luck(mixed(name), visit);
      const std::string violation = judge_image(scenario, recording, name, disk.after_cut(luck));
      ++verdict.images;
      if (violation.empty()) continue;
      ++verdict.failures;
      verdict.violations.push_back(to_text(name) + " " + violation);
    }
    if (verdict.images > before) ++verdict.cuts;
  }
}

}  // namespace

std::vector<Scenario> all_scenarios() {
  return {{"life", 70, 3, record_life, judge_life},
          {"migration", 10, 6, record_migration, judge_migration},
          {"damage", 15, 12, record_damage, judge_damage},
          {"files", 3, 12, record_files, judge_files},
          {"export", 2, 12, record_export, judge_export}};
}

std::string to_text(const ImageName& name) {
  return name.scenario + ":" + std::to_string(name.seed) + ":" + std::to_string(name.cut) + ":" +
         std::to_string(name.visit);
}

std::optional<ImageName> image_name_from(const std::string& text) {
  ImageName name;
  std::istringstream stream(text);
  char colon = ' ';
  if (!std::getline(stream, name.scenario, ':')) return std::nullopt;
  if (!(stream >> name.seed >> colon >> name.cut >> colon >> name.visit)) return std::nullopt;
  return name;
}

Verdict run_campaign(const HubCommand& order, const std::vector<Scenario>& scenarios,
                     const std::function<void(const Verdict&)>& told) {
  Verdict verdict;
  for (const Scenario& scenario : scenarios) {
    const std::uint64_t share = verdict.images + order.images * scenario.percent / 100;
    for (std::uint64_t seed = order.seed; verdict.images < share && verdict.failures < order.enough_failures;
         ++seed) {
      cut_everywhere(scenario, seed, order, share - verdict.images, verdict);
      if (told) told(verdict);
    }
  }
  return verdict;
}

std::string replay(const ImageName& name, Defect defect, const std::string& keep) {
  for (const Scenario& scenario : all_scenarios()) {
    if (scenario.name != name.scenario) continue;
    const Recording recording = record(scenario, name.seed, defect);
    if (name.cut > recording.trace.size()) return "there is no such cut in it";
    Disk disk(recording.begin);
    for (std::size_t cut = 0; cut < name.cut; ++cut) disk.apply(recording.trace[cut]);
    Luck luck(mixed(name), name.visit);
    const Image image = disk.after_cut(luck);
    std::filesystem::create_directories(keep);
    write_folder(keep, image);
    return judge_image(scenario, recording, name, image);
  }
  return "there is no scenario of this name";
}

}  // namespace tertulia::powercut
