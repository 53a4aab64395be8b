# The types that `naming.py` is compiled with.
cimport cython

cdef double _NOTHING, FAR

@cython.locals(alike=double, differs=double, missing=double, whole=double, found=double)
cdef double _summed(object seen, object model) except? -1
@cython.locals(common=double, differs=double, more=double, other_more=double, short=double, nearest=double, loose=int, cost=double, weight=double, over=double, left=list, other_left=list, contradiction=double, missing=double, is_lone=bint, numbers_differ=bint)
cpdef object features(object first, object second, object alignment)
cdef bint _trades_differ(object first, list left, object second, list other_left) except -1
cdef bint _is_place(object name, list left) except -1
cdef bint _are_apart(set some, set others) except -1
@cython.locals(found=set, place=int)
cdef set _trades(object name, list left)
@cython.locals(found=set, place=int)
cdef set _places(object name, list left)
@cython.locals(place=int, other=int, left=list, other_left=list)
cdef bint _is_son(object first, object second, object alignment) except -1
cdef bint _is_led_as_son(object name, int place) except -1
cdef bint _genders_differ(object first, object second, object alignment, int loose) except -1
@cython.locals(bare=str)
cdef bint _is_gendered(str one, str other) except -1
@cython.locals(found=double, place=int)
cdef double _sum(tuple weights, list places) except? -1
cdef bint _has_initial(object first, object second, list matches) except -1
@cython.locals(found=double, place=int)
cdef double _of_initials(object name, list left) except? -1
@cython.locals(left=list, other_left=list, pairs=list, places=list, falls=int, at=int, lead=bint)
cdef tuple _order(object first, object second, object alignment)
@cython.locals(number=int, turn=int, at=int)
cdef bint _can_be_turned(object first, object second, list places, list others) except -1
cdef bint _is_rotation(list places, int falls) except -1
cdef bint _forms_differ(object first, object second) except -1
