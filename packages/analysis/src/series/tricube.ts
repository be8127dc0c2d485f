import { cube } from '../rounding/cube';

/** The widest bandwidth whose weights are kept; beyond it they would fill the memory. */
const KEPT = 1024;

/** Tricube weights of whole distances, kept by bandwidth. Source: Cleveland et al., "STL" (1990), section 2.1. */
export class Tricube {
  private readonly known = new Map<number, Float64Array>();

  /** The weights of the distances 0 to the bandwidth: those below 0.001 of it count fully, those beyond 0.999 not at all. */
  weights(bandwidth: number): Float64Array {
    const found = this.known.get(bandwidth);
    if (found) return found;
    const made = Float64Array.from({ length: bandwidth + 1 }, (_, distance) => {
      if (distance > 0.999 * bandwidth) return 0;
      return distance <= 0.001 * bandwidth ? 1 : cube(1 - cube(distance / bandwidth));
    });
    if (bandwidth <= KEPT) this.known.set(bandwidth, made);
    return made;
  }
}
