# Headers parsed once and used by many source files: reading headers is most of what a compiler does here.
#   probity_precompiled        what libraries and programs include most
#   probity_precompiled_tests  that, and the test framework; compiled as tests are
# Files still include what they use: g++ compiles those of libraries and programs without either.
# Optimised by g++ 12, a library that uses one gets warnings of overruns that are not there (GCC bug 105651, and others):
# so under g++ only tests do.
set(probity_precompiled_headers
    <algorithm> <array> <charconv> <chrono> <cmath> <cstdint> <filesystem> <fstream> <functional> <map> <memory>
    <optional> <set> <span> <sstream> <string> <string_view> <tuple> <unordered_map> <utility> <variant> <vector>
    <fmt/format.h>)
set(probity_precompiled_test_headers <gtest/gtest.h> <gmock/gmock-matchers.h> <rapidcheck/gtest.h>)

# probity_precompile(TARGET HEADER): TARGET uses probity_HEADER.
function(probity_precompile target header)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    if(NOT header MATCHES "_tests$")
      return()
    endif()
    target_compile_options(${target} PRIVATE -fpch-preprocess) # so that ccache sees which one
  endif()
  target_precompile_headers(${target} REUSE_FROM probity_${header})
endfunction()

if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options("SHELL:-Xclang -fno-pch-timestamp") # the same bytes whenever it is made
endif()
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
foreach(header precompiled precompiled_tests)
  add_library(probity_${header} OBJECT EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_link_libraries(probity_${header} PRIVATE fmt::fmt Threads::Threads)
  target_precompile_headers(probity_${header} PRIVATE ${probity_precompiled_headers})
endforeach()
target_compile_options(probity_precompiled_tests PRIVATE -O0)
target_link_libraries(probity_precompiled_tests PRIVATE GTest::gtest GTest::gmock rapidcheck)
target_precompile_headers(probity_precompiled_tests PRIVATE ${probity_precompiled_test_headers})
