// SPDX-License-Identifier: Apache-2.0
// A variant of many types whose copies, moves and destructor are compiled in one source. Every source that
// hands such a variant on compiles them again otherwise: seconds each, where there are thirty types.
//
//   using View = CompiledOnce<AnyView>;            beside the list of the types
//   extern template struct CompiledOnce<AnyView>;  there, too
//   template struct CompiledOnce<AnyView>;         in one source
#pragma once

#include <type_traits>
#include <utility>

namespace tertulia {

template <class Variant>
struct CompiledOnce : Variant {
  template <class Alternative>
  requires(!std::is_base_of_v<Variant, std::remove_cvref_t<Alternative>>)
      CompiledOnce(Alternative&& alternative)  // NOLINT(google-explicit-*,bugprone-forwarding-*)
      : Variant(std::forward<Alternative>(alternative)) {}
  CompiledOnce();
  CompiledOnce(const CompiledOnce& other);
  CompiledOnce(CompiledOnce&& other) noexcept;
  CompiledOnce& operator=(const CompiledOnce& other);
  CompiledOnce& operator=(CompiledOnce&& other) noexcept;
  ~CompiledOnce();
};

template <class Variant>
CompiledOnce<Variant>::CompiledOnce() = default;
template <class Variant>
CompiledOnce<Variant>::CompiledOnce(const CompiledOnce& other) = default;
template <class Variant>
CompiledOnce<Variant>::CompiledOnce(CompiledOnce&& other) noexcept = default;
template <class Variant>
CompiledOnce<Variant>& CompiledOnce<Variant>::operator=(const CompiledOnce& other) = default;
template <class Variant>
CompiledOnce<Variant>& CompiledOnce<Variant>::operator=(CompiledOnce&& other) noexcept = default;
template <class Variant>
CompiledOnce<Variant>::~CompiledOnce() = default;

}  // namespace tertulia
