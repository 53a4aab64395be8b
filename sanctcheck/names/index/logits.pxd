# The types that `logits.py` is compiled with.
cimport cython

cdef double _MOST_DIFFERS, _SLACK, _STEPS, MOST_ALIKE
cdef int _PARTS, _START, _EACH, _DIFFERS_SHARE, _DIFFERS_ROOT, _MISSING_SHARE, _NUMBER_DIFFERS, _NUMBER_MISSING, _LONE, _UNRELATED, _EQUAL

@cython.final
cdef class Logits:
    cdef double[::1] models
    cdef double[::1] roots
    cdef readonly int kinds
    cdef double off, wanted

    cdef inline int row(self, int kind, int other) noexcept
    @cython.locals(missing=double, differs=double)
    cdef int take_off(self, int row, unsigned int numbers, unsigned int other_numbers, bint lone) noexcept
    @cython.locals(step=int, whole=double, shares=double, reached=double)
    cdef double of(self, int row, double alike, double differs, double missing) noexcept
