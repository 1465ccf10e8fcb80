import type { AgentActor } from '../../platform/auth/actor.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';

/**
 * Whose brands a webhook may be given: those that the actor sees. All that its owner sees may be left open by the owner, and by
 * who sees everything; nobody hears through a colleague's webhook what they may not see themselves.
 * @throws Problem invalid_input for the field `brands`
 */
export function checkBrands({ id, scope }: Pick<AgentActor, 'id' | 'scope'>, brands: readonly number[] | null, ownerId: number): void {
  if (scope.brands === 'all' || (brands === null && ownerId === id)) return;
  const seen = scope.brands;
  if (brands === null || brands.some((brand) => !seen.includes(brand))) throw fieldProblem('brands', 'not_found', 'Choose brands that you see');
}
