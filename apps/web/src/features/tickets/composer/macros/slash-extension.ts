import { Extension, type Editor } from '@tiptap/react';
import { readSlash, type SlashControl } from './slash-control.ts';

/** Tells the control of a slash before the caret. The keys of its menu are the menu's own business. */
export function slashExtension(control: SlashControl): Extension {
  const follow = ({ editor }: { editor: Editor }) => control.follow(editor.isFocused ? find(editor) : null);
  return Extension.create({
    name: 'slash',
    onTransaction: follow,
    onFocus: follow,
    // A press on the menu does not take the focus; anything else does, and the menu goes.
    onBlur: () => control.follow(null),
    onDestroy: () => control.follow(null),
  });
}

function find(editor: Editor) {
  const { $from, empty } = editor.state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code || editor.isActive('code')) return null;
  const found = readSlash($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'));
  if (!found) return null;
  const from = $from.start() + found.at;
  const { left, top, bottom } = editor.view.coordsAtPos(from);
  return { query: found.query, from, to: $from.pos, left, top, bottom };
}
