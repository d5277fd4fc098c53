import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { HiddenFields } from './hidden-fields'

type Props = { picked: boolean; fields: Record<string, string>; action: FormAction }

/** Marks a comment as an editor's pick, which readers see beside its name and above the thread. */
export function PickForm({ picked, fields, action }: Props) {
	return (
		<DeskForm id="pick" action={action} label="Editor’s pick">
			<HiddenFields fields={fields} />
			<Submit name="picked" value={picked ? '' : 'yes'}>
				{picked ? 'No longer an editor’s pick' : 'Mark as editor’s pick'}
			</Submit>
		</DeskForm>
	)
}
