# The types that `skeletons.py` is compiled with.
cimport cython

@cython.locals(letters=str, spelt=str, start=str, bones=str)
cpdef str skeleton(str word)
cdef str _short(str spelt)
@cython.locals(before="Py_UCS4", letter="Py_UCS4")
cpdef str undoubled(str word)
