/// An indicator of one number a bar that also takes many at a time.
///
/// A column is the streaming form folded: it leaves the same bits as `update(_:)` value by value, and
/// single values may come before it and after it. It is for long series, where writing an optional
/// a value would cost more than computing it.
package protocol ColumnIndicator: Indicator<Double, Double> {
    /// Takes the next values, oldest first, and writes the output at each.
    ///
    /// - Parameter outputs: as long as `values`; NaN is written where `update(_:)` answers `nil`.
    mutating func update(_ values: Span<Double>, into outputs: inout MutableSpan<Double>)
}

extension ColumnIndicator {
    /// The output at each value, oldest first, in a column of its own; NaN where there is none.
    package consuming func column(for values: [Double]) -> [Double] {
        var outputs = [Double](repeating: .nan, count: values.count)
        var indicator = self
        var span = outputs.mutableSpan
        indicator.update(values.span, into: &span)
        return outputs
    }
}

extension SIMD where Scalar == Double {
    /// The numbers themselves, each NaN where it is infinite.
    ///
    /// The distance of a finite number from itself is zero, of an infinite one NaN; a difference
    /// costs less than a choice.
    @inline(__always) var finiteOrNaN: Self { self - (self - self) }
}
