// A fuzzer of clang's libFuzzer for the property PROPERTY: `make fuzz`.

#include <cstddef>
#include <cstdint>

#include "fuzz/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  gov_report::test::PROPERTY({reinterpret_cast<const char*>(data), size});
  return 0;
}
