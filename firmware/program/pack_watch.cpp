// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/pack_watch.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

#include "firmware/files/appearance.h"
#include "firmware/program/packs.h"

namespace tertulia {
namespace {

constexpr std::chrono::seconds kBetweenLooks{2};

// Of a pack that the start did not wait for. The screens begin anew with what was kept of it; they would wait
// once more for one that could not be kept.
ToMain first_message_of(const PackWatch& watch) {
  LoadedPack loaded = load_pack(watch.pack, watch.last_good, watch.rooms);
  const bool is_kept = loaded.pack && loaded.notice.empty() && !loaded.is_last_good;
  if (is_kept) return to_main::PackMended{};
  if (loaded.problem) loaded.problem->shows_nothing = watch.shows_nothing;
  return to_main::PackRead{nullptr, false, std::move(loaded.problem), std::move(loaded.notice)};
}

ToMain message_of(const PackWatch& watch) {
  if (watch.is_unread) return first_message_of(watch);
  LoadedPack loaded = reload_pack(watch.pack, watch.last_good, watch.rooms,
                                  watch.shows_nothing ? Enough::kGoodPart : Enough::kAll);
  if (auto problem = std::move(loaded.problem)) {
    problem->shows_nothing = watch.shows_nothing;
    return to_main::PackRead{nullptr, false, std::move(problem)};
  }
  if (watch.shows_nothing) return to_main::PackMended{};
  const bool has_new_look = look_of(std::exchange(loaded.pack->visit.branding, {})) != watch.look;
  return to_main::PackRead{
      std::make_shared<const VisitPack>(*std::move(loaded.pack)), has_new_look, {}, std::move(loaded.notice)};
}

}  // namespace

std::size_t look_of(const Branding& branding) {
  std::string look = branding.accent ? std::to_string(*branding.accent) : std::string();
  if (branding.logo) {
    const auto& pixels = branding.logo->pixels;
    look.append(" ").append(std::to_string(branding.logo->size.width)).append(" ");
    look.append(reinterpret_cast<const char*>(pixels.data()), pixels.size() * sizeof(pixels[0]));
  }
  return std::hash<std::string>()(look);
}

void watch_pack(PackWatch watch, MainBox& box, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  std::string last = watch.seen;
  while (!stopped.wait_for(lock, stop, kBetweenLooks, [&stop] { return stop.stop_requested(); })) {
    std::string seen = appearance_of(watch.pack);
    const bool is_settled = seen == std::exchange(last, seen);  // nobody is copying any more
    if (!is_settled || seen == watch.seen) continue;
    // Where the main thread does not keep up it is read again.
    const bool is_told = box.put(message_of(watch));
    watch.seen = is_told ? std::move(seen) : std::string();
    watch.is_unread = watch.is_unread && !is_told;
  }
}

}  // namespace tertulia
