package studio.fanz.core.time;

/// An exact fraction in lowest terms, denominator above 0. Frame rates (30000/1001), time bases (1/90000),
/// pixel aspects, and seconds where rounding would show.
public record Rational(long num, long den) implements Comparable<Rational> {

    /// 0/1
    public static final Rational ZERO = new Rational(0, 1);

    /// 1/1
    public static final Rational ONE = new Rational(1, 1);

    /// @throws ArithmeticException when `den` is 0
    public Rational {
        if (den == 0) {
            throw new ArithmeticException("denominator 0");
        }
        if (den < 0) {
            num = Math.negateExact(num);
            den = Math.negateExact(den);
        }
        long divisor = gcd(Math.abs(num), den);
        if (divisor > 1) {
            num /= divisor;
            den /= divisor;
        }
    }

    /// Reads `30000/1001`, `16:9`, `25`.
    ///
    /// @throws NumberFormatException when the text is none of these
    public static Rational parse(String text) {
        int cut = Math.max(text.indexOf('/'), text.indexOf(':'));
        if (cut < 0) {
            return new Rational(Long.parseLong(text.trim()), 1);
        }
        long den = Long.parseLong(text.substring(cut + 1).trim());
        if (den == 0) {
            throw new NumberFormatException("denominator 0 in " + text);
        }
        return new Rational(Long.parseLong(text.substring(0, cut).trim()), den);
    }

    /// Exact sum. @throws ArithmeticException when the result does not fit 64 bits
    public Rational plus(Rational other) {
        long divisor = gcd(den, other.den);
        long scaled = Math.multiplyExact(den / divisor, other.den);
        long sum = Math.addExact(
                Math.multiplyExact(num, other.den / divisor), Math.multiplyExact(other.num, den / divisor));
        return new Rational(sum, scaled);
    }

    /// Exact difference. @throws ArithmeticException when the result does not fit 64 bits
    public Rational minus(Rational other) {
        return plus(new Rational(Math.negateExact(other.num), other.den));
    }

    /// Exact product. @throws ArithmeticException when the result does not fit 64 bits
    public Rational times(Rational other) {
        long a = Math.max(1, gcd(Math.abs(num), other.den));
        long b = Math.max(1, gcd(Math.abs(other.num), den));
        return new Rational(Math.multiplyExact(num / a, other.num / b), Math.multiplyExact(den / b, other.den / a));
    }

    /// 1 over this. @throws ArithmeticException when this is 0
    public Rational inverse() {
        return new Rational(den, num);
    }

    /// The nearest whole number, halves away from 0 upwards (round half up).
    public long rounded() {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(num, 2), den), Math.multiplyExact(den, 2));
    }

    /// The largest whole number not above this.
    public long floor() {
        return Math.floorDiv(num, den);
    }

    /// As a floating-point number; for showing and for filters that take one, never for cutting.
    public double toDouble() {
        return (double) num / den;
    }

    @Override
    public int compareTo(Rational other) {
        int whole = Long.compare(floor(), other.floor());
        if (whole != 0) {
            return whole;
        }
        // The fractional parts are below their denominators, so 128 bits hold the cross products.
        long left = num - floor() * den;
        long right = other.num - other.floor() * other.den;
        long high = Long.compare(Math.multiplyHigh(left, other.den), Math.multiplyHigh(right, den));
        return high != 0 ? (int) high : Long.compareUnsigned(left * other.den, right * den);
    }

    @Override
    public String toString() {
        return num + "/" + den;
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
