// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/card.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <xf86drm.h>
#include <xf86drmMode.h>

#include "drivers/kms/choices.h"
#include "drivers/kms/drm_handles.h"

namespace tertulia {
namespace {

std::vector<DrmConnector> connected(int card, const drmModeRes& resources) {
  std::vector<DrmConnector> all;
  for (int i = 0; i < resources.count_connectors; ++i) {
    DrmConnector connector(drmModeGetConnector(card, resources.connectors[i]));
    if (connector && has_panel(*connector)) all.push_back(std::move(connector));
  }
  return all;
}

// Scan-out units that can feed a connector, as bits.
std::uint32_t units_of(int card, const drmModeConnector& connector) {
  std::uint32_t mask = 0;
  for (int i = 0; i < connector.count_encoders; ++i)
    if (const DrmEncoder encoder{drmModeGetEncoder(card, connector.encoders[i])})
      mask |= encoder->possible_crtcs;
  return mask;
}

std::vector<std::string> card_files() {
  std::vector<std::string> paths;
  std::error_code problem;
  for (std::filesystem::directory_iterator entry("/dev/dri", problem), end; !problem && entry != end;
       entry.increment(problem))
    if (entry->path().filename().string().starts_with("card")) paths.push_back(entry->path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// On some machines a card only computes (a Pi's v3d): it has no panels.
Result<Descriptor> open_card(const std::string& path) {
  Descriptor card(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  if (!card.is_open() && errno == EACCES)
    return Error{path +
                 " may not be opened; add the user to the groups \"video\" and \"input\" and start again"};
  if (!card.is_open()) return Error{path + " cannot be opened: " + std::strerror(errno)};
  std::uint64_t can_buffer = 0;
  const bool is_able = drmGetCap(card.get(), DRM_CAP_DUMB_BUFFER, &can_buffer) == 0 && can_buffer != 0;
  const DrmResources resources(is_able ? drmModeGetResources(card.get()) : nullptr);
  if (!resources) return Error{path + " drives no panel; choose another card"};
  if (connected(card.get(), *resources).empty())
    return Error{path + " has no panel connected; check the cable and the power of the panel"};
  return card;
}

Result<Descriptor> find_card(const std::string& path) {
  if (!path.empty()) return open_card(path);
  Error reason{"there is no graphics card in /dev/dri; on a Pi add dtoverlay=vc4-kms-v3d to config.txt"};
  for (const std::string& candidate : card_files()) {
    auto card = open_card(candidate);
    if (card) return card;
    reason = card.error();
  }
  return reason;
}

Result<std::size_t> find_connector(const std::vector<DrmConnector>& connectors, const std::string& wish,
                                   const std::vector<std::size_t>& taken) {
  std::string names;
  for (std::size_t i = 0; i < connectors.size(); ++i) {
    const std::string name = name_of(*connectors[i]);
    const bool is_free = std::find(taken.begin(), taken.end(), i) == taken.end();
    if (is_free && (wish.empty() || wish == name)) return i;
    names += (names.empty() ? "" : ", ") + name;
  }
  return Error{(wish.empty() ? "there are more screens configured than panels"
                             : "no panel is connected to \"" + wish + "\"") +
               std::string(" (connected: ") + names + "); correct the configuration or plug one in"};
}

}  // namespace

Card::~Card() = default;

Result<std::unique_ptr<Card>> Card::open(const std::string& path, std::span<const PanelWish> wishes) {
  TRY(Descriptor descriptor, find_card(path));
  std::unique_ptr<Card> card(new Card(std::move(descriptor)));
  TRY_DONE(card->light(wishes));
  return card;
}

Outcome Card::light(std::span<const PanelWish> wishes) {
  const int card = descriptor_.get();
  const DrmResources resources(drmModeGetResources(card));
  const std::vector<DrmConnector> connectors = connected(card, *resources);
  std::vector<std::size_t> chosen;
  std::vector<std::uint32_t> masks;
  for (const PanelWish& wish : wishes) {
    TRY(const std::size_t index, find_connector(connectors, wish.connector, chosen));
    chosen.push_back(index);
    masks.push_back(units_of(card, *connectors[index]));
  }
  const auto units = assign_units(masks);
  if (!units) return Error{"the graphics card cannot feed so many panels at once; configure fewer screens"};
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const std::uint32_t unit = resources->crtcs[(*units)[i]];
    TRY(Output output, Output::light(card, {connectors[chosen[i]]->connector_id, unit, wishes[i].size}));
    outputs_.push_back(std::move(output));
    powers_.push_back(Power::kOn);
  }
  return Done{};
}

Outcome Card::show(int panel, PixelView view, std::span<const Rect> damage) {
  return outputs_[static_cast<std::size_t>(panel)].show(view, damage);
}

std::vector<int> Card::look_again() {
  std::vector<int> there;
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    // A panel that cannot show the wanted size, or is pulled out while we look: the next plug may do better.
    const auto is_there = outputs_[i].light_again();
    if (!is_there.ok() || !is_there.value()) continue;
    there.push_back(static_cast<int>(i));
    if (powers_[i] == Power::kOff) outputs_[i].darken();
  }
  return there;
}

Outcome Card::set_power(int panel, Power power) {
  Output& output = outputs_[static_cast<std::size_t>(panel)];
  powers_[static_cast<std::size_t>(panel)] = power;
  if (power == Power::kOff) {
    output.darken();
    return Done{};
  }
  // False: pulled out while it was dark; it lights up when it is back.
  TRY([[maybe_unused]] const bool is_there, output.light_again());
  return Done{};
}

}  // namespace tertulia
