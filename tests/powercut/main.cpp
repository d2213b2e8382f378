// SPDX-License-Identifier: Apache-2.0
// The power cuts by hand; see tests/powercut/run.
#include <chrono>
#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "tests/powercut/campaign.h"

namespace tertulia::powercut {
namespace {

// A million images take more than an hour: what fails is said at once, and every minute how far they are.
class Progress {
 public:
  void operator()(const Verdict& verdict) {
    for (; said_ < verdict.violations.size(); ++said_) std::cerr << verdict.violations[said_] << std::endl;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    next_ = now + std::chrono::minutes(1);
    std::cerr << verdict.images << " images, " << verdict.failures << " failed" << std::endl;
  }

 private:
  std::size_t said_ = 0;
  std::chrono::steady_clock::time_point next_ = std::chrono::steady_clock::now() + std::chrono::minutes(1);
};

int report(const HubCommand& order, const std::vector<Scenario>& scenarios) {
  const auto begin = std::chrono::steady_clock::now();
  const Verdict verdict = run_campaign(order, scenarios, Progress());
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::cout << "seed " << order.seed << ", defect " << to_text(order.defect) << ": " << verdict.images
            << " images after cuts at " << verdict.cuts << " points, " << verdict.thanked << " thanked, "
            << verdict.failures << " failed, " << static_cast<int>(took.count()) << " s\n";
  std::cout << (verdict.failures == 0 ? "VERDICT: nothing lost, nothing twice\n" : "VERDICT: failed\n");
  return verdict.failures == 0 ? 0 : 1;
}

int replay_one(const std::string& text, Defect defect, const std::string& keep) {
  const auto name = image_name_from(text);
  const std::string violation = name ? replay(*name, defect, keep) : "not SCENARIO:SEED:CUT:VISIT";
  std::cout << text << ": " << (violation.empty() ? "well" : violation) << "\nthe image: " << keep << '\n';
  return violation.empty() ? 0 : 1;
}

std::vector<Scenario> scenarios_named(const std::string& only) {
  std::vector<Scenario> scenarios = all_scenarios();
  if (only.empty()) return scenarios;
  std::erase_if(scenarios, [&](const Scenario& scenario) { return scenario.name != only; });
  for (Scenario& scenario : scenarios) scenario.percent = 100;
  return scenarios;
}

}  // namespace
}  // namespace tertulia::powercut

int main(int argc, char** argv) {
  using namespace tertulia::powercut;
  CLI::App app("Cuts the power of the store at every point and opens what is left.");
  HubCommand order{20'000};
  std::string defect = "none";
  std::string image;
  std::string keep = std::filesystem::temp_directory_path() / "tertulia-powercut-image";
  std::string only;
  app.add_option("--images", order.images, "how many disk images");
  app.add_option("--seed", order.seed, "the same seed is the same run");
  app.add_option("--defect", defect, "a deliberate one, to see it found");
  app.add_option("--only", only, "one scenario: life, migration, damage, files, export");
  app.add_option("--replay", image, "one image again: SCENARIO:SEED:CUT:VISIT");
  app.add_option("--keep", keep, "the folder for the image of --replay");
  CLI11_PARSE(app, argc, argv);
  const auto known = defect_from(defect);
  if (!known) {
    std::cerr << "There is no defect \"" << defect << "\".\n";
    return 2;
  }
  order.defect = *known;
  return image.empty() ? report(order, scenarios_named(only)) : replay_one(image, order.defect, keep);
}
