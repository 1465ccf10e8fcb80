import './editor.css';
import '../thread/rich-text.css';
import { Placeholder } from '@tiptap/extension-placeholder';
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { IconButton } from '@ombud/ui';
import { Bold, Code, Italic, Link, List, ListOrdered, TextQuote } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { Colleague } from '../store/colleagues.ts';
import { EditorLink } from './editor-link.tsx';
import { createOffers, MentionList, mentionsOf, renewOffers } from './editor-mentions.tsx';
import { isPicture, Picture, placePicture, type PlacedFile } from './editor-picture.ts';
import { insertHtml } from './macros/insert-html.ts';
import { openEditor } from './macros/open-editor.ts';
import type { SlashControl } from './macros/slash-control.ts';
import { slashExtension } from './macros/slash-extension.ts';

export interface MessageEditorProps {
  html: string;
  /** A new one means: take `html` as it is now */
  version: number;
  placeholder: string;
  label: string;
  autoFocus: boolean;
  /** A new one asks for the focus */
  focusWish: number;
  onChange(html: string): void;
  onFiles(files: File[]): void;
  /** Pictures that stand in the text; told of each how its upload ended */
  onPictures(pictures: { file: File; settle(placed: PlacedFile | null): void }[]): void;
  /** Who can be named with @; without it nobody is */
  colleagues?: readonly Colleague[];
  onFocus?(): void;
  /** A slash offers macros */
  slash?: SlashControl;
  /** What is attached, below the text */
  files: ReactNode;
  /** Stands behind the formatting buttons, on the same line where there is room */
  children: ReactNode;
}

/** The space at the end of "Hej " stays, so that what is typed next stands apart from it. */
const parseOptions = { preserveWhitespace: true } as const;

/** The writing field. A file of its own, loaded when somebody is about to write. */
export function MessageEditor({ html, version, placeholder, label, autoFocus, focusWish, onChange, onFiles, onPictures, colleagues, onFocus, slash, files, children }: MessageEditorProps) {
  const handlers = useRef({ onChange, onFiles, onPictures, onFocus, colleagues });
  useEffect(() => {
    handlers.current = { onChange, onFiles, onPictures, onFocus, colleagues };
  });
  const [offers] = useState(createOffers);
  useEffect(() => {
    if (colleagues) renewOffers(offers, colleagues);
  }, [offers, colleagues]);
  const own = useRef<Editor>(null);
  const taken = useRef(version);
  const touched = useRef(false);
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: false,
        horizontalRule: false,
        underline: false,
        // customer.name in double braces is a placeholder and no address.
        link: { openOnClick: false, autolink: true, shouldAutoLink: (url) => !/^(?:https?:\/\/)?(?:customer|ticket|agent|brand|desk)\.[a-z_]+$/i.test(url), linkOnPaste: true, defaultProtocol: 'https', protocols: ['mailto', 'tel'], HTMLAttributes: { target: null, rel: null } },
      }),
      Placeholder.configure({ placeholder }),
      Picture,
      ...(colleagues ? [mentionsOf(() => handlers.current.colleagues ?? [], offers)] : []),
      ...(slash ? [slashExtension(slash)] : []),
    ],
    injectCSS: false,
    content: html,
    parseOptions,
    editorProps: {
      attributes: { class: 'rich-text min-h-[4.75rem] px-3.5 py-3 max-w-[78ch]', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'true' },
      // Ctrl/⌘-Enter sends and Esc leaves: the editor's own meaning of them must not take them from the key registry.
      handleDOMEvents: { keydown: (_view, event) => (event.key === 'Escape' && !offers.get()) || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) },
      handlePaste: (_view, event) => takeFiles(event.clipboardData, own.current, handlers.current, null),
      handleDrop: (view, event, _slice, moved) => !moved && takeFiles(event.dataTransfer, own.current, handlers.current, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null),
    },
    onUpdate: ({ editor: changed }) => handlers.current.onChange(changed.isEmpty ? '' : changed.getHTML()),
    onFocus: () => {
      touched.current = true;
      handlers.current.onFocus?.();
    },
  });

  useLayoutEffect(() => {
    own.current = editor;
  }, [editor]);

  useEffect(() => {
    if (!editor || editor.isDestroyed || taken.current === version) return;
    taken.current = version;
    editor.commands.setContent(html, { emitUpdate: false, parseOptions });
  }, [editor, version, html]);

  // In the same breath in which it appears: a letter typed before the focus is here would be a key of the ticket's.
  useLayoutEffect(() => {
    // An instance that React made and threw away is still in reach of this effect once.
    if (!(autoFocus || focusWish > 0) || !editor || editor.isDestroyed) return;
    editor.commands.focus('end');
    editor.view.focus();
  }, [editor, autoFocus, focusWish]);

  useEffect(() => {
    const open = editor && { editor, touched: () => touched.current, insert: (text: string, range: { from: number; to: number }) => insertHtml(editor, text, range) };
    openEditor.set(open);
    return () => void (openEditor.get() === open && openEditor.set(null));
  }, [editor]);

  if (!editor) return null;
  return (
    <>
      {colleagues && <MentionList offers={offers} field={editor.view.dom} />}
      <EditorContent editor={editor} className="max-h-[38dvh] min-h-0 overflow-y-auto max-desk:max-h-none max-desk:flex-1" />
      {files}
      <div className="flex flex-wrap items-center gap-x-1 gap-y-1 px-2 pt-1 pb-2">
        <Toolbar editor={editor} />
        {children}
      </div>
    </>
  );
}

/** Pictures go where the caret is, or where they were dropped; other files beside the text. Text that comes with a picture of itself (from a spreadsheet) stays text. */
function takeFiles(source: DataTransfer | null, editor: Editor | null, { onFiles, onPictures }: Pick<MessageEditorProps, 'onFiles' | 'onPictures'>, at: number | null): boolean {
  const files = [...(source?.files ?? [])];
  if (files.length === 0 || source?.types.includes('text/html') || !editor) return false;
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  if (others.length > 0) onFiles(others);
  if (pictures.length > 0) onPictures(pictures.map((file) => ({ file, ...placePicture(editor, file, at) })));
  return true;
}

function Toolbar({ editor }: { editor: Editor }) {
  const t = useT();
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      blockquote: now.isActive('blockquote'),
      code: now.isActive('code') || now.isActive('codeBlock'),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <div role="toolbar" aria-label={t('composer.format.label')} className="flex min-w-0 items-center max-desk:hidden">
      <IconButton label={t('composer.format.bold')} keys="mod+b" side="top" icon={<Bold />} pressed={on.bold} onClick={() => chain().toggleBold().run()} />
      <IconButton label={t('composer.format.italic')} keys="mod+i" side="top" icon={<Italic />} pressed={on.italic} onClick={() => chain().toggleItalic().run()} />
      <EditorLink editor={editor} icon={<Link />} />
      <IconButton label={t('composer.format.bullets')} side="top" icon={<List />} pressed={on.bulletList} onClick={() => chain().toggleBulletList().run()} />
      <IconButton label={t('composer.format.numbers')} side="top" icon={<ListOrdered />} pressed={on.orderedList} onClick={() => chain().toggleOrderedList().run()} />
      <IconButton label={t('composer.format.quote')} side="top" icon={<TextQuote />} pressed={on.blockquote} onClick={() => chain().toggleBlockquote().run()} />
      <IconButton label={t('composer.format.code')} side="top" icon={<Code />} pressed={on.code} onClick={() => (editor.state.selection.empty ? chain().toggleCodeBlock().run() : chain().toggleCode().run())} />
    </div>
  );
}
