import type { FormInput } from '@/app/desk/desk-action'
import { Refusal } from '@/lib/refusal'

/** Id of a photograph: the typed number, else the picked one, else null. @throws Refusal `invalid` naming the field */
export function chosenPhoto(
	{ text, number }: Pick<FormInput, 'text' | 'number'>,
	typed: string,
	picked: string,
): number | null {
	const name = [typed, picked].find((each) => text(each).trim())
	if (!name) return null
	const id = number(name)
	if (!Number.isSafeInteger(id) || id < 1)
		throw new Refusal('invalid', 'Please give the number of a photograph, such as 26.', name)
	return id
}
