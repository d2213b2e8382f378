// SPDX-License-Identifier: Apache-2.0
// The rules of firmware/ports/sealer.h, kept by the adapter and by the fake.
#include <memory>

#include <gtest/gtest.h>

#include "drivers/sealing/opening_key.h"
#include "drivers/sealing/sodium_sealer.h"
#include "tests/fakes/sealer.h"

namespace tertulia {
namespace {

struct Adapter {
  std::string name;
  std::unique_ptr<Sealer> (*make)();
};

class any_sealer : public testing::TestWithParam<Adapter> {
 protected:
  std::unique_ptr<Sealer> sealer_ = GetParam().make();
  SealingKey key_ = OpeningKey::random().value().public_key();
};

INSTANTIATE_TEST_SUITE_P(
    adapters, any_sealer,
    testing::Values(Adapter{"fake",
                            []() -> std::unique_ptr<Sealer> { return std::make_unique<FakeSealer>(); }},
                    Adapter{"sodium",
                            []() -> std::unique_ptr<Sealer> {
                              return std::make_unique<SodiumSealer>(SodiumSealer::open().value());
                            }}),
    [](const auto& adapter) { return adapter.param.name; });

TEST_P(any_sealer, what_is_sealed_is_longer_by_the_same_each_time) {
  for (const std::size_t length : {0U, 1U, 100U, 1'536U})
    EXPECT_EQ(sealer_->seal(key_, std::string(length, 'a')).value().size(), length + 48);
}

TEST_P(any_sealer, the_same_text_looks_different_each_time) {
  EXPECT_NE(sealer_->seal(key_, "Ana").value(), sealer_->seal(key_, "Ana").value());
}

TEST_P(any_sealer, nothing_of_the_text_can_be_read) {
  const auto sealed = sealer_->seal(key_, "zebra-in-the-garden").value();
  EXPECT_EQ(std::string(sealed.begin(), sealed.end()).find("zebra"), std::string::npos);
}

TEST_P(any_sealer, a_key_of_zeros_is_refused) {
  EXPECT_FALSE(sealer_->seal(SealingKey(SealingKey::Bytes{}), "Ana").ok());
}

}  // namespace
}  // namespace tertulia
