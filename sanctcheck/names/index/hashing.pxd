# The types that `hashing.py` is compiled with.
cimport cython

cdef unsigned int _ALL
cdef const unsigned int[::1] _STEPS

@cython.locals(letters=bytes, found=list, number=Py_ssize_t, place=Py_ssize_t, other=Py_ssize_t, at=Py_ssize_t, before="unsigned int", one="unsigned int", two="unsigned int")
cpdef list rest_hashes(unsigned int start, str text, int lost)
