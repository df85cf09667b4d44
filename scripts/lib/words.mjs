// What `npm start` says to the person who opens the office PC's terminal, before the app itself is built.

/** @param {string} version */
export const nodeTooOld = (version) =>
  `这台电脑上的 Node.js 是 ${version}，太旧，录证打不开。\n` +
  '请装 Node.js 20.19 以上的 20 版，或 22.12 以上的版本（长期支持版即可），再运行 npm start。\n' +
  '已有的资料都在浏览器和存储介质里，装新版本不会动它们。';

export const installing = '正在装录证要用的组件，第一次要等几分钟……';

export const installFailed =
  '组件没有装成。录证还没有启动，已有的资料没有动。\n' +
  '请看上面最后几行：多半是这台电脑暂时连不上软件源。连上网络后再运行 npm start，会接着装。';

export const building = '正在生成录证的页面……';

export const buildFailed =
  '录证的页面没有生成。已有的资料没有动。\n请把上面的内容交给技术人员；重新取一份完整的程序后再运行 npm start。';
