// SPDX-License-Identifier: Apache-2.0
// A rehearsal: `tertulia run --rehearse 10x` shows the whole visit on a fast clock. It has a store of its
// own, which goes with it, and no broker: nothing of it leaves the device, and nothing of it stays.
#pragma once

#include <filesystem>
#include <vector>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/result.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/program/options.h"
#include "ui/theme/look.h"

namespace tertulia {

class Rehearsal {
 public:
  // Takes broker, identity and store out of the configuration. The clock begins ten minutes before the first
  // session, or at --at. Errors: the speed is no number from 1 to 1000; the pack cannot be read; disk.
  [[nodiscard]] static Result<Rehearsal> begin(const RunOptions& options,
                                               formats::Configuration& configuration);
  Rehearsal(Rehearsal&& other) noexcept;
  Rehearsal& operator=(Rehearsal&& other) noexcept;
  ~Rehearsal();  // removes the store

  // With the clock of the rehearsal.
  [[nodiscard]] const RunOptions& options() const { return options_; }

 private:
  Rehearsal(RunOptions options, std::filesystem::path folder);

  RunOptions options_;
  std::filesystem::path folder_;  // of the store; empty: moved away
};

// "10x", "10": 10. Errors: anything else than a number from 1 to 1000.
[[nodiscard]] Result<double> rehearsal_speed(const std::string& text);

// Every screen says so, in its own language.
void mark_rehearsal(std::vector<ui::Look>& looks, const std::vector<RoleSettings>& roles,
                    const DeviceState& device_state);

}  // namespace tertulia
