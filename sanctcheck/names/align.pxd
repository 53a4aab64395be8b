# The types that `align.py` is compiled with.
cimport cython

cdef double _JOINED, FAR
cdef int _LONGEST_ACRONYM, _LEAST_LED, _LONG_LED, _LEAST_JOINED, _LONGER

@cython.locals(matches=list, free=list, other_free=list, texts=list, pairs=list, words=tuple, place=int, other=int, text=str, weight=double, cost=double, ones=tuple, others=tuple)
cpdef object align(object first, object second, object possible=*)
cdef bint _are_in(tuple places, list free) except -1
cdef list _without(list free, tuple places)
@cython.locals(one=double, other=double)
cdef object _weighed(object first, object second, double cost, tuple ones, tuple others, str how)
@cython.locals(found=double, place=int)
cdef double _sum(tuple weights, tuple places) except? -1
@cython.locals(found=list, words=tuple, others=tuple, led=tuple, other_led=tuple, place=int, other=int, cost=double)
cdef list _pairs(object first, object second, list free, list other_free, object possible)
@cython.locals(slip=double)
cpdef object alike(object first, int place, object second, int other)
@cython.locals(text=str, is_near=bint)
cdef bint _is_led(str led, object word) except -1
@cython.locals(found=list, words=tuple, others=tuple, several=tuple, start=int, end=int, place=int, letters=int, joined=str, cost=double)
cdef list _one_for_several(object name, list free, object other, list other_free)
@cython.locals(found=list, place=int, text=str, firsts=str)
cdef list _acronyms(object name, list free, object other, list other_free)
