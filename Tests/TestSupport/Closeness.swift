/// Whether two numbers agree: within `relative` of the larger, or within `absolute` near zero.
public func agree(
    _ left: Double, _ right: Double, relative: Double = 1e-9, absolute: Double = 1e-12
) -> Bool {
    abs(left - right) <= max(absolute, relative * max(abs(left), abs(right)))
}

/// Whether two outputs agree: both absent, or both there and close.
public func agree(
    _ left: Double?, _ right: Double?, relative: Double = 1e-9, absolute: Double = 1e-12
) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return agree(left, right, relative: relative, absolute: absolute)
}
