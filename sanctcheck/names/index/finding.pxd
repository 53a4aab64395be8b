# The types that `finding.py` is compiled with.
cimport cython

@cython.final
cdef class Finder:
    cdef const unsigned int[::1] keys
    cdef const unsigned int[::1] values
    cdef const unsigned int[::1] starts
    cdef int shift

    @cython.locals(first="unsigned int", low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
    cdef Py_ssize_t start(self, unsigned int key)
    @cython.locals(number=Py_ssize_t, place=Py_ssize_t)
    cpdef list places(self, unsigned int key)
