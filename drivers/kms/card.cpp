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
  if (!resources || resources->count_connectors == 0)
    return Error{path + " drives no panel; choose another card"};
  return card;
}

bool has_any_panel(const Descriptor& card) {
  const DrmResources resources(drmModeGetResources(card.get()));
  return resources && !connected(card.get(), *resources).empty();
}

Result<Descriptor> find_card(const std::string& path) {
  if (!path.empty()) return open_card(path);
  Result<Descriptor> found =
      Error{"there is no graphics card in /dev/dri; on a Pi add dtoverlay=vc4-kms-v3d to config.txt"};
  for (const std::string& candidate : card_files()) {
    auto card = open_card(candidate);
    if (card.ok() && has_any_panel(card.value())) return card;
    if (!found.ok()) found = std::move(card);
  }
  return found;
}

// Scan-out units that feed none of ours, by their place among those of the card.
std::uint32_t free_units(const drmModeRes& resources, const std::vector<std::uint32_t>& used) {
  std::uint32_t mask = 0;
  for (int i = 0; i < resources.count_crtcs; ++i)
    if (std::find(used.begin(), used.end(), resources.crtcs[i]) == used.end()) mask |= 1U << i;
  return mask;
}

}  // namespace

Card::Card(Descriptor descriptor, std::span<const PanelWish> wishes) : descriptor_(std::move(descriptor)) {
  constexpr Size kSome{1280, 720};
  for (const PanelWish& wish : wishes)
    slots_.push_back({wish, {wish.connector, wish.size == Size{} ? kSome : wish.size, 0}});
}

Card::~Card() = default;

Result<std::unique_ptr<Card>> Card::open(const std::string& path, std::span<const PanelWish> wishes) {
  TRY(Descriptor descriptor, find_card(path));
  std::unique_ptr<Card> card(new Card(std::move(descriptor), wishes));
  TRY_DONE(card->light());
  return card;
}

Outcome Card::light() {
  const int card = descriptor_.get();
  const DrmResources resources(drmModeGetResources(card));
  if (!resources) return Error{"the graphics card does not answer; start the device again"};
  std::vector<std::uint32_t> connectors;
  std::vector<std::uint32_t> units;
  std::vector<std::string> wishes;
  std::vector<Slot*> unlit;
  for (Slot& slot : slots_) {
    if (slot.output) {
      connectors.push_back(slot.output->plan().connector);
      units.push_back(slot.output->plan().unit);
    } else {
      wishes.push_back(slot.wish.connector);
      unlit.push_back(&slot);
    }
  }
  const std::uint32_t free = free_units(*resources, units);
  std::vector<FreePanel> panels;
  std::vector<std::uint32_t> ids;
  for (const DrmConnector& connector : connected(card, *resources)) {
    const std::uint32_t id = connector->connector_id;
    if (std::find(connectors.begin(), connectors.end(), id) != connectors.end()) continue;
    panels.push_back({name_of(*connector), units_of(card, *connector) & free});
    ids.push_back(id);
  }
  for (const PlacedPanel& placed : place_panels(wishes, panels)) {
    Slot& slot = *unlit[placed.screen];
    const std::uint32_t unit = resources->crtcs[placed.unit];
    TRY(Output output, Output::light(card, {ids[placed.panel], unit, slot.wish.size}));
    slot.output = std::make_unique<Output>(std::move(output));
  }
  return Done{};
}

const Display& Card::panel(int index) const {
  const Slot& slot = slots_[static_cast<std::size_t>(index)];
  return slot.output ? slot.output->panel() : slot.unlit;
}

std::string Card::why_unlit() const {
  std::string missing;
  std::size_t unlit = 0;
  for (const Slot& slot : slots_) {
    if (slot.output) continue;
    ++unlit;
    if (!slot.wish.connector.empty()) missing += (missing.empty() ? " at " : ", ") + slot.wish.connector;
  }
  if (unlit == 0) return {};
  return std::to_string(unlit) + " of " + std::to_string(slots_.size()) +
         " screens have no panel yet; check the cable and the power of the panel" + missing +
         ". It lights up when it is there.";
}

Outcome Card::show(int panel, PixelView view, std::span<const Rect> damage) {
  const auto& output = slot(panel).output;
  return output ? output->show(view, damage) : Outcome(Done{});
}

std::vector<int> Card::look_again() {
  std::vector<int> there;
  const auto darken_if_wished = [](Slot& each) {
    if (each.power == Power::kOff) each.output->darken();
  };
  // A panel that cannot show the wanted size, or is pulled out while we look: the next plug may do better.
  for (int i = 0; i < static_cast<int>(slots_.size()); ++i) {
    Slot& each = slot(i);
    if (!each.output) continue;
    const auto is_there = each.output->light_again();
    if (!is_there.ok() || !is_there.value()) continue;
    there.push_back(i);
    darken_if_wished(each);
  }
  std::vector<int> unlit;
  for (int i = 0; i < static_cast<int>(slots_.size()); ++i)
    if (!slot(i).output) unlit.push_back(i);
  if (!unlit.empty()) static_cast<void>(light().ok());
  for (const int i : unlit) {
    if (!slot(i).output) continue;
    there.push_back(i);
    darken_if_wished(slot(i));
  }
  return there;
}

Outcome Card::set_power(int panel, Power power) {
  Slot& each = slot(panel);
  each.power = power;
  if (!each.output) return Done{};
  if (power == Power::kOff) {
    each.output->darken();
    return Done{};
  }
  // False: pulled out while it was dark; it lights up when it is back.
  TRY([[maybe_unused]] const bool is_there, each.output->light_again());
  return Done{};
}

}  // namespace tertulia
