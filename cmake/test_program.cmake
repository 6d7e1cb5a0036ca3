# probity_test_program(TARGET): what every program of tests has besides its own sources. Tests are half of what is
# compiled and little of what runs: not optimised, they compile in two thirds of the time.
function(probity_test_program target)
  target_compile_options(${target} PRIVATE -O0)
  target_link_libraries(${target} PRIVATE GTest::gmock rapidcheck)
  probity_precompile(${target} precompiled_tests)
  probity_read_together(${target})
endfunction()

# The longest begin first, since on a fresh machine nobody knows yet which they are; to be called where tests were added.
# Seconds under sanitizers.
function(probity_long_tests)
  foreach(pair cases=220 unit.program=210 unit.app=160 property.laws=150 unit.outcome=50 unit.ledger=50 unit.lab=40
               fuzz.georgia_rows=50 fuzz.vector_rows=30)
    string(REPLACE "=" ";" parts ${pair})
    list(GET parts 0 name)
    list(GET parts 1 seconds)
    if(TEST ${name})
      set_tests_properties(${name} PROPERTIES COST ${seconds})
    endif()
  endforeach()
endfunction()
