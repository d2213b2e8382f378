// SPDX-License-Identifier: Apache-2.0
// A chime that remembers how it was rung.
#pragma once

#include <vector>

#include "firmware/ports/chime.h"

namespace tertulia {

class FakeChime final : public Chime {
 public:
  void ring(ChimeKind kind) override { rung.push_back(kind); }

  std::vector<ChimeKind> rung;
};

}  // namespace tertulia
