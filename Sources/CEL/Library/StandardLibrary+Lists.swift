extension StandardLibrary {
  private static let t = CELType.parameter("T")
  private static let summable: [CELType] = [.int, .uint, .double, .duration]
  private static let comparable: [CELType] = [
    .int, .uint, .double, .bool, .string, .bytes, .timestamp, .duration, .date,
  ]

  /// Sizes, and the functions on lists.
  static let lists: [Function] = [
    Function(
      "size",
      "The number of elements, entries, characters or bytes.",
      [Overload.Style.global, .member].flatMap { style in
        [
          Overload(
            style,
            [.list(t)],
            .int,
            acceptsUnknownElements: true,
            .unary(ListFunctions.size)
          ),
          Overload(style, [.map(.parameter("K"), t)], .int, .unary(ListFunctions.size)),
          Overload(style, [.string], .int, .unary(ListFunctions.size)),
          Overload(style, [.bytes], .int, .unary(ListFunctions.size)),
        ]
      },
      examples: [.init("size([1, 2])", "2"), .init("'één'.size()", "3")]
    ),
    Function(
      "stated",
      "The list without what may not have been reported: only what is stated counts.",
      [
        Overload(
          .global,
          [.list(t)],
          .list(t),
          acceptsUnknownElements: true,
          .unary(ListFunctions.stated)
        )
      ],
      examples: [.init("stated([1, 2]).size()", "2")]
    ),
    Function(
      "sum",
      "The sum of the elements; of an empty list zero.",
      summable.map { type in
        Overload(
          .member,
          [.list(type)],
          type,
          .variadic { arguments, budget throws(Failure) in
            try ListFunctions.sum(arguments[0], zero: ListFunctions.zero(of: type), &budget)
          }
        )
      },
      examples: [.init("[1.5, 2.5].sum()", "4.0")]
    ),
    Function(
      "min",
      "The least element; of an empty list an error.",
      comparable.map { type in
        Overload(
          .member,
          [.list(type)],
          type,
          .variadic { arguments, budget throws(Failure) in
            try ListFunctions.extreme(arguments[0], .less, "min", &budget)
          }
        )
      },
      examples: [.init("[3, 1, 2].min()", "1")]
    ),
    Function(
      "max",
      "The greatest element; of an empty list an error.",
      comparable.map { type in
        Overload(
          .member,
          [.list(type)],
          type,
          .variadic { arguments, budget throws(Failure) in
            try ListFunctions.extreme(arguments[0], .greater, "max", &budget)
          }
        )
      },
      examples: [
        .init("[date('2025-01-01'), date('2025-07')].max()", "date(\"2025-07\")")
      ]
    ),
    Function(
      "median",
      "The middle of the sorted numbers, or the mean of the two; of an empty list an error.",
      [.int, .uint, .double].map { type in
        Overload(.member, [.list(type)], .double, .variadic(ListFunctions.median))
      },
      examples: [.init("[4, 1, 2, 3].median()", "2.5")]
    ),
    Function(
      "distinct",
      "The elements, each once, in the order in which they first come.",
      [
        Overload(
          .member,
          [.list(t)],
          .list(t),
          acceptsUnknownElements: true,
          .variadic(ListFunctions.distinct)
        )
      ],
      examples: [.init("[1, 2, 1].distinct()", "[1, 2]")]
    ),
    Function(
      "flatten",
      "The elements of the lists in a list, one level deep or so many.",
      [
        Overload(
          .member,
          [.list(.list(t))],
          .list(t),
          acceptsUnknownElements: true,
          .variadic(ListFunctions.flatten)
        ),
        Overload(
          .member,
          [.list(.dyn), .int],
          .list(.dyn),
          acceptsUnknownElements: true,
          .variadic(ListFunctions.flatten)
        ),
      ],
      examples: [
        .init("[[1], [2, 3]].flatten()", "[1, 2, 3]"),
        .init("[[1, [2]], [[3]]].flatten(2)", "[1, 2, 3]"),
      ]
    ),
    Function(
      "sort",
      "The elements from least to greatest.",
      comparable.map { type in
        Overload(.member, [.list(type)], .list(type), .variadic(ListFunctions.sort))
      },
      examples: [.init("['b', 'a'].sort()", "[\"a\", \"b\"]")]
    ),
    Function(
      "slice",
      "The elements from a position up to another.",
      [
        Overload(
          .member,
          [.list(t), .int, .int],
          .list(t),
          acceptsUnknownElements: true,
          .variadic(ListFunctions.slice)
        )
      ],
      examples: [.init("[1, 2, 3, 4].slice(1, 3)", "[2, 3]")]
    ),
    Function(
      "first",
      "The first element as an optional.",
      [
        Overload(
          .member,
          [.list(t)],
          .optional(t),
          acceptsUnknownElements: true,
          .unary(ListFunctions.first)
        )
      ],
      examples: [.init("[1, 2].first()", "optional.of(1)")]
    ),
    Function(
      "last",
      "The last element as an optional.",
      [
        Overload(
          .member,
          [.list(t)],
          .optional(t),
          acceptsUnknownElements: true,
          .unary(ListFunctions.last)
        )
      ],
      examples: [.init("[].last()", "optional.none()")]
    ),
    Function(
      "lists.range",
      "The whole numbers from 0 up to a number.",
      [Overload(.global, [.int], .list(.int), .variadic(ListFunctions.range))],
      examples: [.init("lists.range(3)", "[0, 1, 2]")]
    ),
  ]
}
