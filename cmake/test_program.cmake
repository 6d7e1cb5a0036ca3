# probity_test_program(TARGET): what every program of tests has besides its own sources. Tests are half of what is
# compiled and little of what runs: not optimised, they compile in two thirds of the time.
function(probity_test_program target)
  target_compile_options(${target} PRIVATE -O0)
  target_link_libraries(${target} PRIVATE GTest::gmock rapidcheck)
  probity_precompile(${target} precompiled_tests)
  probity_read_together(${target})
endfunction()
